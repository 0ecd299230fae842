/**
 * The holder: the one small process that owns the namespaces of a throw-away host. It lives while its pipe is
 * open: when the process at the other end is killed, the host ends too.
 *
 * @module
 */
import { writeFileSync } from "node:fs";

import type { Subprocess } from "bun";

import { SYSTEM_PATH } from "./programs.ts";
import { UNUSED_IDS, type UserNamespace } from "./user-namespace.ts";

/** The holder's process, seen from outside */
export type Holder = Subprocess<"pipe", "pipe", "pipe">;

/** The environment variable in a holder that contains the host's label */
export const LABEL = "WIREWORK_LABEL";

/**
 * Prints its process id and waits for the end of its input or, after "keep", for its own. It is bash because
 * the first process of a PID namespace must reap orphans.
 */
const HOLD = [
  "read -r pid _ < /proc/self/stat",
  'echo "$pid"',
  "read -r word",
  '[ "$word" != keep ] || while :; do sleep 1000 & wait; done',
].join("; ");

/**
 * Unshares every namespace except the user namespace. A PID namespace needs the fork, and ends with its first
 * process
 */
const NAMESPACES = ["unshare", "--net", "--mount", "--pid", "--fork", "--ipc", "--uts", "--kill-child"] as const;

/** Waits until its ids are mapped, then becomes root of the new namespace and keeps its capabilities */
const BECOME_ROOT = 'echo; read -r _; exec setpriv --reuid=0 --regid=0 --clear-groups "$@"';

/** Command lines that start a holder, for each kind of user namespace */
const START: Record<UserNamespace, readonly string[]> = {
  "own id": [...NAMESPACES, "--user", "--map-root-user", "bash", "-c", HOLD],
  "unused ids": ["unshare", "--user", "--keep-caps", "sh", "-c", BECOME_ROOT, "sh", ...NAMESPACES, "bash", "-c", HOLD],
  none: [...NAMESPACES, "bash", "-c", HOLD],
};

/**
 * Starts a holder.
 *
 * @param enter a prefix of its command line that enters another mount namespace
 * @param label a name by which the host can be found when its record is lost; `null` for a host that ends
 * with this process
 */
export function startHolder(userNamespace: UserNamespace, enter: readonly string[], label: string | null): Holder {
  return Bun.spawn([...enter, ...START[userNamespace]], {
    stdio: ["pipe", "pipe", "pipe"],
    // A session of its own: Ctrl-C reaches only this process, which then ends the holder
    detached: true,
    // Otherwise a folder of the machine would stay reachable as /proc/1/cwd
    cwd: "/",
    env: { PATH: SYSTEM_PATH, ...(label === null ? {} : { [LABEL]: label }) },
  });
}

/** Makes a holder outlive this process */
export async function keepHolding(holder: Holder): Promise<void> {
  holder.stdin.write("keep\n");
  await holder.stdin.end();
  holder.unref();
}

/**
 * Maps the ids where this process must do so, and waits until the holder is ready.
 *
 * The parent writes the maps because `unshare --map-users` needs newuidmap(1), which few machines have.
 *
 * @returns the holder's process id as this process sees it; `null` when the holder has ended: its error
 * output says why
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
