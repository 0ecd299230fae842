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
import { isOwnNetwork, type JoinedNetwork } from "./shared-network.ts";

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
 * Makes new mount, UTS and IPC namespaces, and one of its own for the network unless it shares another, and furnishes them.
 *
 * A process of its own does it: threads that Bun starts to compile or collect would be born in there, and stay.
 *
 * Equivalent to: `unshare --mount --net --uts --ipc …`
 *
 * @param joined the network that it is put into; `null` for one of its own, or the host's
 * @param command its first
 * @throws {DaemonFailure} when the container's command can't be run in there, or the kernel refuses
 */
export async function furnishedNamespaces(
  { id, settings }: ContainerRecord,
  joined: JoinedNetwork | null,
  command: Command,
  size: TerminalSize,
): Promise<Furnished> {
  if (Buffer.byteLength(settings.hostname) > LONGEST_HOSTNAME) {
    const words = "error during container init: sethostname: invalid argument: unknown";
    throw refused(`runc create failed: unable to start container process: ${words}`, REFUSED);
  }
  const entering = joined === null ? [] : ["nsenter", `--net=/proc/${process.pid}/fd/${joined.fd}`, "--"];
  const network = isOwnNetwork(settings.network) ? ["--net"] : [];
  const unshare = ["unshare", "--mount", ...network, "--uts", "--ipc", "--"];
  const furnisher = Bun.spawn([...entering, ...unshare, ...BUN_COMMAND, FURNISH, id], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  try {
    const { done } = await furnisher.stdout.getReader().read();
    if (done) throw refused(`runc create failed: ${(await furnisher.stderr.text()).trim()}`, REFUSED);
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
