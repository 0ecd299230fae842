/**
 * The holder: the one small process that owns the namespaces of a throw-away host. It lives while its pipe is open, so whoever
 * holds the pipe, and is killed, takes the host along.
 *
 * @module
 */
import { writeFileSync } from "node:fs";

import type { Subprocess } from "bun";

import { SYSTEM_PATH } from "./programs.ts";
import { UNUSED_IDS, type UserNamespace } from "./user-namespace.ts";

/** The holder's process, from outside */
export type Holder = Subprocess<"pipe", "pipe", "pipe">;

/** The variable of a holder's environment that says what the host is known by */
export const LABEL = "WIREWORK_LABEL";

/**
 * Says its process id and waits for the end of its input, or, once it is told to keep, for its own; bash, since it collects
 * orphans' exit statuses meanwhile, as a first process must.
 */
const HOLD = [
  "read -r pid _ < /proc/self/stat",
  'echo "$pid"',
  "read -r word",
  '[ "$word" != keep ] || while :; do sleep 1000 & wait; done',
].join("; ");

/** Every namespace but the user's; the process ids', for which it forks, die with the first process of them */
const NAMESPACES = ["unshare", "--net", "--mount", "--pid", "--fork", "--ipc", "--uts", "--kill-child"] as const;

/** Waits for its ids to be mapped, and becomes the new namespace's root, with what it was allowed before */
const BECOME_ROOT = 'echo; read -r _; exec setpriv --reuid=0 --regid=0 --clear-groups "$@"';

/** How to start a holder, for each kind of user namespace */
const START: Record<UserNamespace, readonly string[]> = {
  "own id": [...NAMESPACES, "--user", "--map-root-user", "bash", "-c", HOLD],
  "unused ids": ["unshare", "--user", "--keep-caps", "sh", "-c", BECOME_ROOT, "sh", ...NAMESPACES, "bash", "-c", HOLD],
  none: [...NAMESPACES, "bash", "-c", HOLD],
};

/**
 * Starts a holder.
 *
 * @param enter what to put before its command line, to begin in another mount namespace
 * @param label what the host is to be known by, should all else that tells be lost; `null` when it ends with us
 */
export function startHolder(userNamespace: UserNamespace, enter: readonly string[], label: string | null): Holder {
  return Bun.spawn([...enter, ...START[userNamespace]], {
    stdio: ["pipe", "pipe", "pipe"],
    // A session of its own: Ctrl-C is for us, who then end it
    detached: true,
    // A folder of the machine would stay within reach, as /proc/1/cwd
    cwd: "/",
    env: { PATH: SYSTEM_PATH, ...(label === null ? {} : { [LABEL]: label }) },
  });
}

/** Lets a holder outlive us */
export async function keepHolding(holder: Holder): Promise<void> {
  holder.stdin.write("keep\n");
  await holder.stdin.end();
  holder.unref();
}

/**
 * Maps the ids where that is ours to do, and waits until the holder holds.
 *
 * The parent writes the maps, since `unshare --map-users` would need newuidmap(1), which few machines have.
 *
 * @returns the holder's process id, as we see it; `null` when it ended instead, and its error output says why
 */
export async function awaitHolder(holder: Holder, userNamespace: UserNamespace): Promise<number | null> {
  const lines = readLines(holder.stdout);
  if (userNamespace === "unused ids") {
    if ((await lines.next()).done) return null;
    mapIds(holder.pid);
    holder.stdin.write("mapped\n");
    await holder.stdin.flush();
  }
  const { value, done } = await lines.next();
  return done ? null : Number(value);
}

function mapIds(pid: number): void {
  const map = `0 ${UNUSED_IDS.first} ${UNUSED_IDS.count}`;
  for (const ids of ["uid_map", "gid_map"]) writeFileSync(`/proc/${pid}/${ids}`, map);
}

async function* readLines(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  let text = "";
  for await (const chunk of stream) {
    text += Buffer.from(chunk).toString("latin1");
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n")) {
      yield text.slice(0, end);
      text = text.slice(end + 1);
    }
  }
}
