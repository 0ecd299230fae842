/**
 * The cgroups of a Docker host's containers: all that a host leaves when its processes end, as a cgroup belongs to no
 * namespace.
 *
 * @module
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

import { HostError } from "../host-error.ts";
import { processStart } from "../../netlink/process/process-start.ts";
import { cgroupName, isAbandoned, isCgroupName } from "./cgroup-name.ts";

/** A mounted hierarchy: there is one of cgroups(7) version 2, or several of version 1 */
interface Hierarchy {
  /** The cgroup that is mounted */
  readonly root: string;
  readonly path: string;
}

/** proc_pid_mountinfo(5): the fourth field is the root, the fifth the mount point, and after the dash comes the type */
const MOUNTED = /^\d+ \d+ \S+ (\S+) (\S+) .* - cgroup2? /;

function mountedHierarchies(): readonly Hierarchy[] {
  const lines = readFileSync("/proc/self/mountinfo", "utf8").split("\n");
  return lines.flatMap((line) => {
    const [, root, path] = MOUNTED.exec(line) ?? [];
    return root === undefined || path === undefined ? [] : [{ root, path }];
  });
}

/** Below each of these a host has a cgroup of its own */
export function hierarchies(): readonly string[] {
  return mountedHierarchies().map(({ path }) => path);
}

/** What a host sees as its roots, from inside of it */
export function ownHierarchies(): readonly string[] {
  return mountedHierarchies()
    .filter(({ root }) => isCgroupName(basename(root)))
    .map(({ path }) => path);
}

/**
 * Makes the cgroups of a host, one below each hierarchy; it sees them as its own roots.
 *
 * Equivalent to: `mkdir /sys/fs/cgroup/…/$name`
 *
 * @param holder the host's holder; who finds the cgroups after a crash sees by it that they are nobody's
 * @returns their name
 * @throws {HostError} when the kernel refuses one; then there is none
 */
export function makeCgroups(holder: number): string {
  const name = cgroupName(holder, processStart(holder));
  try {
    for (const hierarchy of hierarchies()) {
      mkdirSync(join(hierarchy, name));
      takeOverCpuset(hierarchy, join(hierarchy, name));
    }
    return name;
  } catch (error) {
    removeCgroups(name);
    throw new HostError(
      "Cannot open a Docker host: its containers can have no cgroups here",
      error instanceof Error ? error.message : String(error),
      "sudo mount -o remount,rw /sys/fs/cgroup; or outside of a container",
    );
  }
}

const CPUSET_FILES = ["cpuset.cpus", "cpuset.mems"] as const;
const VERSION_1 = "cgroup.clone_children";

/** Gives a new cgroup what it must have before it takes a process, in version 1: cpusets(7) */
export function takeOverCpuset(parent: string, cgroup: string): void {
  for (const file of CPUSET_FILES) {
    const isThere = [VERSION_1, file].every((name) => existsSync(join(cgroup, name)));
    if (isThere) writeFileSync(join(cgroup, file), readFileSync(join(parent, file)));
  }
}

/** Lets run what a host's `docker pause` has stopped: a process that is frozen can't be ended */
export function thawCgroups(name: string): void {
  for (const hierarchy of hierarchies()) thawTree(join(hierarchy, name));
}

/** Of version 1 and of version 2, with the word that thaws */
const FREEZERS = { "freezer.state": "THAWED", "cgroup.freeze": "0" } as const;

function thawTree(folder: string): void {
  for (const child of foldersIn(folder)) thawTree(join(folder, child));
  for (const [file, word] of Object.entries(FREEZERS)) {
    if (existsSync(join(folder, file))) unlessGone(() => writeFileSync(join(folder, file), word));
  }
}

function foldersIn(folder: string): readonly string[] {
  const entries = unlessGone(() => readdirSync(folder, { withFileTypes: true })) ?? [];
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}

/** Somebody else's sweep may take a cgroup at any moment; a file of one that goes is no device any more, cgroups(7) */
function unlessGone<T>(act: () => T): T | null {
  try {
    return act();
  } catch (error) {
    if (["ENOENT", "ENODEV"].includes((error as NodeJS.ErrnoException).code ?? "")) return null;
    throw error;
  }
}

/** Removes a host's cgroups, all of whose processes have ended */
export function removeCgroups(name: string): void {
  for (const hierarchy of hierarchies()) removeTree(join(hierarchy, name));
}

/**
 * Removes those whose host has ended without doing so, `kill -9` for one; one that is in use is not removable.
 *
 * @returns the names of those that are gone now
 */
export function sweepCgroups(): readonly string[] {
  const swept = hierarchies().flatMap((hierarchy) => {
    const abandoned = readdirSync(hierarchy).filter(isAbandoned);
    for (const name of abandoned) {
      thawTree(join(hierarchy, name));
      removeOnceEmpty(join(hierarchy, name));
    }
    return abandoned.filter((name) => !existsSync(join(hierarchy, name)));
  });
  return [...new Set(swept)];
}

/** What was frozen until now takes a moment for its end */
function removeOnceEmpty(folder: string): void {
  const deadline = performance.now() + PATIENCE;
  removeTree(folder);
  while (existsSync(folder) && performance.now() < deadline) {
    Bun.sleepSync(POLL);
    removeTree(folder);
  }
}

const PATIENCE = 500;
const POLL = 5;

/** rmdir(2) of a cgroup needs no empty folder, as its files are not files: but its children must be gone */
function removeTree(folder: string): void {
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) removeTree(join(folder, entry.name));
    }
    rmdirSync(folder);
  } catch (error) {
    // Gone already, by somebody else's sweep; or a stranger's process is in it, which is not ours to end
    if (!["ENOENT", "ENODEV", "EBUSY", "EROFS"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}
