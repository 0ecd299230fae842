/** What the real `ip` and ours show of the same state of the kernel, in throw-away namespaces */

/** A state, and what is asked of it */
export interface State {
  /** Lines for a shell that make it */
  readonly lines: readonly string[];
  /** Lines of `ip` */
  readonly questions: readonly string[];
}

export interface Said {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What was said to a question */
export interface Shown {
  readonly question: string;
  readonly ours: Said;
  /** The same before ours, and after */
  readonly real: Said;
}

/** Ours had the real one say it */
export const NOT_OURS: Said = { status: -1, stdout: "", stderr: "" };

const PATH = "/usr/sbin:/usr/bin:/sbin:/bin";

/** Entries of namespaces are kept in a folder of its own */
const SETUP = 'mount -t tmpfs tmpfs /run && mkdir -p /run/netns && ip link set lo up && exec "$@"';

/** Makes a state and asks both of it */
export async function shownOf(state: State): Promise<Shown[]> {
  const bun = [process.execPath, `${import.meta.dir}/shown-inside.ts`];
  const inside = Bun.spawn(["unshare", "-Urnm", "sh", "-c", SETUP, "sh", ...bun], {
    stdin: Buffer.from(JSON.stringify(state)),
    stderr: "pipe",
    env: { PATH },
  });
  const [text, errors, status] = await Promise.all([inside.stdout.text(), inside.stderr.text(), inside.exited]);
  if (status !== 0) throw new Error(`Cannot show the state: ${errors}`);
  return JSON.parse(text) as Shown[];
}
