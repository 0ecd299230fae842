/**
 * The cgroups of a Docker host's containers: all that a host leaves when its processes end, as a cgroup belongs to no
 * namespace.
 *
 * @module
 */
import { mkdirSync, readdirSync, readFileSync, rmdirSync } from "node:fs";
import { join } from "node:path";

import { processStart } from "../../netlink/process-start.ts";

/** Below each of these a host has a folder of its own: one hierarchy with cgroups(7) version 2, several with version 1 */
export function hierarchies(): readonly string[] {
  return readFileSync("/proc/self/mountinfo", "utf8")
    .split("\n")
    .map((line) => MOUNTED.exec(line)?.[1])
    .filter((path) => path !== undefined);
}

/** proc_pid_mountinfo(5): the fifth field is the mount point, and after the dash comes the type */
const MOUNTED = /^\d+ \d+ \S+ \/ (\S+) .* - cgroup2? /;

/** A parent's name tells whose it is: `wirework-PID-START`, of the holder as the machine sees it */
const NAME = /^wirework-(\d+)-(\d+)$/;

/**
 * Makes the parent of all cgroups of a host.
 *
 * Equivalent to: `mkdir /sys/fs/cgroup/…/$name`
 *
 * @param holder the host's holder; who finds the cgroups after a crash sees by it that they are nobody's
 * @returns its name, as `dockerd --cgroup-parent` takes it after a slash
 */
export function makeCgroups(holder: number): string {
  const name = `wirework-${holder}-${processStart(holder)}`;
  for (const hierarchy of hierarchies()) mkdirSync(join(hierarchy, name));
  return name;
}

/** Removes a host's cgroups, all of whose processes have ended */
export function removeCgroups(name: string): void {
  for (const hierarchy of hierarchies()) removeTree(join(hierarchy, name));
}

/** Removes those whose host has ended without doing so, `kill -9` for one; one that is in use is not removable */
export function sweepCgroups(): void {
  for (const hierarchy of hierarchies()) {
    for (const name of readdirSync(hierarchy).filter(isAbandoned)) removeTree(join(hierarchy, name));
  }
}

function isAbandoned(name: string): boolean {
  const [, holder, start] = NAME.exec(name) ?? [];
  return holder !== undefined && processStart(Number(holder)) !== start;
}

/** rmdir(2) of a cgroup needs no empty folder, as its files are not files: but its children must be gone */
function removeTree(folder: string): void {
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) removeTree(join(folder, entry.name));
    }
    rmdirSync(folder);
  } catch (error) {
    // Gone already, by somebody else's sweep; or a stranger's process is in it, which is not ours to end
    if (!["ENOENT", "EBUSY"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}
