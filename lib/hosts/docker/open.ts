/**
 * Opens a Docker host: a throw-away machine for a private `dockerd`.
 *
 * @module
 */
import { awaitHolder, startHolder } from "../holder.ts";
import { HostError } from "../host-error.ts";
import { hostHeldBy, type OpenHost } from "../open-host.ts";
import { makeCgroups, removeCgroups, sweepCgroups, thawCgroups } from "./cgroups.ts";

/** A Docker host that is up */
export interface OpenDockerHost extends OpenHost {
  /** The name of its cgroups */
  readonly cgroup: string;
}

/**
 * Opens a Docker host, which needs root. It ends with this process, even when that is killed. Leftovers of
 * crashed hosts are removed.
 *
 * Equivalent to: `unshare --net --mount --pid --fork --ipc --uts --kill-child …`
 *
 * @param label see {@linkcode startHolder}
 * @throws {HostError} when the kernel refuses
 */
export async function openDockerHost(label: string | null): Promise<OpenDockerHost> {
  sweepCgroups();
  const holder = startHolder("none", [], label);
  const pid = await awaitHolder(holder, "none");
  if (pid === null) throw refused((await new Response(holder.stderr).text()).trim());
  const host = hostHeldBy(holder, pid, "none");
  const cgroup = await orClose(host, () => makeCgroups(pid));
  let left = false;
  const close = async () => {
    if (!left) thawCgroups(cgroup);
    await host.close();
    if (!left) removeCgroups(cgroup);
  };
  const leaveOpen = () => {
    left = true;
    return host.leaveOpen();
  };
  return { enter: host.enter, holder: host.holder, cgroup, close, leaveOpen, [Symbol.asyncDispose]: close };
}

/** Closes the host when a further part of it can't be made */
async function orClose<T>(host: OpenHost, make: () => T): Promise<T> {
  try {
    return make();
  } catch (error) {
    await host.close();
    throw error;
  }
}

function refused(complaint: string): HostError {
  return new HostError(
    "Cannot open a Docker host: the kernel refuses its namespaces",
    complaint,
    "the same outside a container, or on the sandbox: --on sandbox",
  );
}
