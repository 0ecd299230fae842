/** Runs `scripts/wirework` to its end as a user of the tests. */
import { readableProject } from "./project.ts";
import type { User } from "./machine/users.ts";

/** Its exit status and output */
export interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The surroundings of a run, beside a new user's whole environment */
export interface Where {
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** An environment without any settings */
export const BARE = {
  PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
  HOME: "/nonexistent",
} as const;

/** An environment for Bun without the launcher: with the other one, Bun would create a cache in a missing home */
export const BARE_FOR_BUN = { ...BARE, BUN_RUNTIME_TRANSPILER_CACHE_PATH: "0" } as const;

/** Starts `scripts/wirework` with these arguments */
export function startWirework(user: User, args: readonly string[], { folder = "/", environment = {} }: Where = {}) {
  return Bun.spawn([...user.prefix, `${readableProject()}/scripts/wirework`, ...args], {
    cwd: folder,
    env: { ...BARE, ...environment },
    stdin: "ignore",
    stdout: "pipe",
    stderr: "pipe",
  });
}

/** Runs `scripts/wirework` with these arguments */
export async function wirework(user: User, args: readonly string[], where: Where = {}): Promise<Ended> {
  const running = startWirework(user, args, where);
  const [stdout, stderr, status] = await Promise.all([running.stdout.text(), running.stderr.text(), running.exited]);
  return { status, stdout, stderr };
}
