import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { ownHierarchies } from "./cgroups.ts";

/** Kills every process of every container of the current host */
export function endContainers(): void {
  for (const pid of new Set(ownHierarchies().flatMap(processesBelow))) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It has ended by itself
    }
  }
}

/**
 * Lists the processes in a cgroup and its descendants, cgroups(7); 0 stands for a process of another PID
 * namespace
 */
function processesBelow(folder: string): readonly number[] {
  try {
    const children = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const own = readFileSync(join(folder, "cgroup.procs"), "utf8").split("\n").map(Number);
    return [...own.filter((pid) => pid > 0), ...children.flatMap(({ name }) => processesBelow(join(folder, name)))];
  } catch {
    // The cgroup is gone
    return [];
  }
}
