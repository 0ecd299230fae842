import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { ownHierarchies } from "./cgroups.ts";

/** Ends every process of every container of the host that this process is on, at once */
export function endContainers(): void {
  for (const pid of new Set(ownHierarchies().flatMap(processesBelow))) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It has ended by itself
    }
  }
}

/** Those of a cgroup and of all in it, cgroups(7); zero stands for one of another process namespace */
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
