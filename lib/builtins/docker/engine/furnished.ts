/**
 * A container's namespaces, with all in them that it needs.
 *
 * @module
 */
import { BUN_COMMAND } from "../../../hosts/bun-command.ts";
import { type Namespaces, openNamespaces } from "../../../netlink/namespaces.ts";
import { openPty, type Pty, type TerminalSize } from "../../../netlink/pty.ts";
import { DaemonFailure } from "../failure.ts";
import { type Command, findObstacle } from "./command.ts";
import type { ContainerRecord } from "./container.ts";

const FURNISH = `${import.meta.dir}/furnish.ts`;

/** sethostname(2), in bytes */
const LONGEST_HOSTNAME = 64;

/** What a container could not be started for, if it is nothing about its command */
const REFUSED = 128;

/** What a container's first process is started with */
export interface Furnished {
  readonly namespaces: Namespaces;
  /** `null` for a container without one */
  readonly terminal: Pty | null;
}

/**
 * Makes new mount, network, UTS and IPC namespaces and furnishes them.
 *
 * A process of its own does it: threads that Bun starts to compile or collect would be born in there, and stay.
 *
 * Equivalent to: `unshare --mount --net --uts --ipc …`
 *
 * @param command its first
 * @throws {DaemonFailure} when the container's command can't be run in there, or the kernel refuses
 */
export async function furnishedNamespaces(
  { id, settings }: ContainerRecord,
  command: Command,
  size: TerminalSize,
): Promise<Furnished> {
  if (Buffer.byteLength(settings.hostname) > LONGEST_HOSTNAME) {
    const words = "error during container init: sethostname: invalid argument: unknown";
    throw refused(`runc create failed: unable to start container process: ${words}`, REFUSED);
  }
  const furnisher = Bun.spawn(["unshare", "--mount", "--net", "--uts", "--ipc", "--", ...BUN_COMMAND, FURNISH, id], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  try {
    const { done } = await furnisher.stdout.getReader().read();
    if (done) throw refused((await furnisher.stderr.text()).trim(), REFUSED);
    const obstacle = findObstacle(furnisher.pid, command);
    if (obstacle !== null) throw refused(`runc create failed: ${obstacle.reason}`, obstacle.exitCode);
    const terminal = settings.terminal ? openPty(`/proc/${furnisher.pid}/root/dev/pts/ptmx`, size) : null;
    return { namespaces: openNamespaces(furnisher.pid), terminal };
  } finally {
    void furnisher.stdin.end();
  }
}

/** In the words of containerd and runc, as Docker 20.10 passes them on */
function refused(reason: string, exitCode: number): DaemonFailure {
  return new DaemonFailure(`failed to create shim task: OCI runtime create failed: ${reason}`, exitCode);
}
