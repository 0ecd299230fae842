/**
 * A Docker host's own cgroups, from inside of it.
 *
 * @module
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { hierarchies } from "./cgroups.ts";

const NOTE = "/run/wirework/cgroup";

/** Writes down the name of the host's cgroups, below a root under construction */
export function noteOwnCgroup(root: string, cgroup: string): void {
  const file = join(root, NOTE);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, cgroup);
}

/** The name of the host's cgroups */
export function ownCgroup(): string {
  return readFileSync(NOTE, "utf8");
}

/** Ends every process of every container, at once */
export function endOwnContainers(): void {
  const cgroup = ownCgroup();
  const pids = hierarchies().flatMap((hierarchy) => processesBelow(join(hierarchy, cgroup)));
  for (const pid of new Set(pids)) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It has ended by itself
    }
  }
}

/** Those of a cgroup and of all in it, cgroups(7) */
function processesBelow(folder: string): readonly number[] {
  try {
    const children = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const own = readFileSync(join(folder, "cgroup.procs"), "utf8").split("\n").map(Number);
    return [...own.filter((pid) => pid > 0), ...children.flatMap(({ name }) => processesBelow(join(folder, name)))];
  } catch {
    // Removed meanwhile
    return [];
  }
}
