import { cgroupName } from "../hosts/docker/cgroup-name.ts";
import { removeCgroups, thawCgroups } from "../hosts/docker/cgroups.ts";
import { endHeldHost } from "../hosts/holder-identity.ts";
import type { ThrowAwayHost } from "./lab-record.ts";

/** Ends a lab's throw-away host, and waits until nothing of it is left */
export async function takeDown({ kind, holder }: ThrowAwayHost): Promise<void> {
  const cgroup = cgroupName(holder.pid, holder.start);
  if (kind === "docker") thawCgroups(cgroup);
  await endHeldHost(holder);
  if (kind === "docker") removeCgroups(cgroup);
}
