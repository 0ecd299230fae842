/**
 * A container's namespaces, with all in them that it needs.
 *
 * @module
 */
import { BUN_COMMAND } from "../../../hosts/bun-command.ts";
import { type Namespaces, openNamespaces } from "../../../netlink/namespaces.ts";
import { openPty, type Pty, type TerminalSize } from "../../../netlink/pty.ts";
import { DockerFailure } from "../failure.ts";
import { findObstacle } from "./command.ts";
import type { ContainerRecord } from "./container.ts";

const FURNISH = `${import.meta.dir}/furnish.ts`;

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
 * @throws {DockerFailure} when the container's command can't be run in there, or the kernel refuses
 */
export async function furnishedNamespaces({ id, settings }: ContainerRecord, size: TerminalSize): Promise<Furnished> {
  const furnisher = Bun.spawn(["unshare", "--mount", "--net", "--uts", "--ipc", "--", ...BUN_COMMAND, FURNISH, id], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  try {
    const { done } = await furnisher.stdout.getReader().read();
    if (done) throw refused((await furnisher.stderr.text()).trim(), 125);
    const obstacle = findObstacle(furnisher.pid, settings);
    if (obstacle !== null) throw refused(`runc create failed: ${obstacle.reason}`, obstacle.exitCode);
    const terminal = settings.terminal ? openPty(`/proc/${furnisher.pid}/root/dev/pts/ptmx`, size) : null;
    return { namespaces: openNamespaces(furnisher.pid), terminal };
  } finally {
    void furnisher.stdin.end();
  }
}

/** In the words of containerd and runc, as Docker 20.10 passes them on */
function refused(reason: string, exitCode: number): DockerFailure {
  const layers = "failed to create shim task: OCI runtime create failed";
  return new DockerFailure(`Error response from daemon: ${layers}: ${reason}.`, exitCode);
}
