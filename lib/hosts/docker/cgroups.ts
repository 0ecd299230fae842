/**
 * The cgroups of a Docker host's containers. No namespace owns a cgroup, so these outlive the host's
 * processes and must be removed.
 *
 * @module
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

import { HostError } from "../host-error.ts";
import { processStart } from "../../netlink/process/process-start.ts";
import { cgroupName, isAbandoned, isCgroupName } from "./cgroup-name.ts";

/** A mounted hierarchy: one with cgroups(7) version 2, several with version 1 */
interface Hierarchy {
  /** The cgroup at the mount point */
  readonly root: string;
  readonly path: string;
}

/**
 * A line of proc_pid_mountinfo(5): the fourth field is the root, the fifth the mount point; the type follows
 * the dash
 */
const MOUNTED = /^\d+ \d+ \S+ (\S+) (\S+) .* - cgroup2? /;

function mountedHierarchies(): readonly Hierarchy[] {
  const lines = readFileSync("/proc/self/mountinfo", "utf8").split("\n");
  return lines.flatMap((line) => {
    const [, root, path] = MOUNTED.exec(line) ?? [];
    return root === undefined || path === undefined ? [] : [{ root, path }];
  });
}

/** Lists the folders in which a host gets a cgroup of its own, one per hierarchy */
export function hierarchies(): readonly string[] {
  return mountedHierarchies().map(({ path }) => path);
}

/** Lists the cgroups that a host sees as its roots, from inside the host */
export function ownHierarchies(): readonly string[] {
  return mountedHierarchies()
    .filter(({ root }) => isCgroupName(basename(root)))
    .map(({ path }) => path);
}

/**
 * Creates the cgroups of a host, one in each hierarchy; the host sees them as its roots.
 *
 * Equivalent to: `mkdir /sys/fs/cgroup/…/$name`
 *
 * @param holder the host's holder, named in the cgroups' name: after a crash this shows that they are
 * abandoned
 * @returns their name
 * @throws {HostError} when the kernel refuses one; then none is left
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
      "Cannot open a Docker host: its containers cannot have cgroups here",
      error instanceof Error ? error.message : String(error),
      "sudo mount -o remount,rw /sys/fs/cgroup; or outside of a container",
    );
  }
}

const CPUSET_FILES = ["cpuset.cpus", "cpuset.mems"] as const;
const VERSION_1 = "cgroup.clone_children";

/** Copies the parent's cpuset into a new cgroup, without which version 1 admits no process: cpusets(7) */
export function takeOverCpuset(parent: string, cgroup: string): void {
  for (const file of CPUSET_FILES) {
    const isThere = [VERSION_1, file].every((name) => existsSync(join(cgroup, name)));
    if (isThere) writeFileSync(join(cgroup, file), readFileSync(join(parent, file)));
  }
}

/** Thaws containers that `docker pause` has frozen in a host: a frozen process can't be killed */
export function thawCgroups(name: string): void {
  for (const hierarchy of hierarchies()) thawTree(join(hierarchy, name));
}

/** The control files of version 1 and version 2, each with the value that thaws */
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

/**
 * Returns `null` when the cgroup is gone: another sweep may remove it at any moment; its open files then fail
 * with ENODEV, cgroups(7)
 */
function unlessGone<T>(act: () => T): T | null {
  try {
    return act();
  } catch (error) {
    if (["ENOENT", "ENODEV"].includes((error as NodeJS.ErrnoException).code ?? "")) return null;
    throw error;
  }
}

/** Removes a host's cgroups; all processes in them have ended */
export function removeCgroups(name: string): void {
  for (const hierarchy of hierarchies()) removeTree(join(hierarchy, name));
}

/**
 * Removes cgroups whose host ended without removing them, after `kill -9` for example. A cgroup in use stays.
 *
 * @returns the names of the removed cgroups
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

/** Removes a cgroup once it is empty: a thawed process takes a moment to end */
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

/** Removes a cgroup and its children, children first. Its files need not be removed: rmdir(2) ignores them */
function removeTree(folder: string): void {
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) removeTree(join(folder, entry.name));
    }
    rmdirSync(folder);
  } catch (error) {
    // Another sweep has removed it, or a foreign process is in it, which is not ours to kill
    if (!["ENOENT", "ENODEV", "EBUSY", "EROFS"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}
