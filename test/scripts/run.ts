/** What the program that the launcher starts saw: `stand-in.ts` tells it. */
export interface Seen {
  readonly arguments: readonly string[];
  readonly bun: string;
  readonly directory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly executable: string;
  readonly pid: number;
  readonly project: string;
}

/** How a program ended, and what it wrote. */
export interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly pid: number;
}

interface Where {
  readonly directory?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A registry that stalls is asked again, instead of waited for until the test is over; what npm has it need not ask for */
const PATIENT_NPM = { npm_config_fetch_timeout: "20000", npm_config_prefer_offline: "true" } as const;

/** Runs a program to its end, in `/` and in the test's own environment unless told otherwise. */
export async function run(
  command: readonly string[],
  { directory = "/", environment = {} }: Where = {},
): Promise<Ended> {
  const child = Bun.spawn([...command], {
    cwd: directory,
    env: { ...process.env, ...PATIENT_NPM, ...environment },
    stdin: "ignore",
    stdout: "pipe",
    stderr: "pipe",
  });
  const [stdout, stderr, status] = await Promise.all([child.stdout.text(), child.stderr.text(), child.exited]);
  return { status, stdout, stderr, pid: child.pid };
}

/** What the program saw, when the launcher came that far and said nothing itself. */
export function seen({ status, stdout, stderr }: Ended): Seen {
  if (status === 0 && stderr === "") return JSON.parse(stdout) as Seen;
  throw new Error(`Cannot read what was seen: exit ${status}: ${stderr}`);
}

/** How often the launcher said that it installs. */
export function announcements({ stderr }: Ended): number {
  const line = /^wirework: installing its dependencies into .*, once$/gm;
  return stderr.match(line)?.length ?? 0;
}
