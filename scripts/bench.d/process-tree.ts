/**
 * A process and its descendants, and their memory.
 *
 * @module
 */
import { readdirSync, readFileSync } from "node:fs";

import { parentOf } from "../../lib/netlink/process/process-identity.ts";

/** Bytes, summed over all processes */
export interface Memory {
  /** Resident: a shared page is counted for each process */
  readonly rss: number;
  /** Proportional: a page shared by two processes is counted half for each */
  readonly pss: number;
}

/** Lists a process and its descendants; orphans in a PID namespace are children of its first process */
export function descendants(ancestor: number): readonly number[] {
  const parents = new Map(processIds().map((pid) => [pid, parentOf(pid)]));
  const isOurs = (pid: number): boolean => {
    const parent = parents.get(pid);
    return pid === ancestor || (parent !== undefined && parent !== null && isOurs(parent));
  };
  return [...parents.keys()].filter((pid) => isOurs(pid) && !isBorrower(pid, parents.get(pid) ?? 0));
}

/** Reports whether a child still runs in its parent's memory, vfork(2), which must not be counted twice */
function isBorrower(pid: number, parent: number): boolean {
  return contentOf(`/proc/${pid}/cmdline`) === contentOf(`/proc/${parent}/cmdline`);
}

/** Reads `/proc/$pid/smaps_rollup`, proc_pid_smaps(5) */
export function memoryOf(pids: readonly number[]): Memory {
  const texts = pids.map((pid) => contentOf(`/proc/${pid}/smaps_rollup`));
  const sum = (field: string) =>
    texts.reduce(
      (total, text) => total + 1024 * Number(new RegExp(`^${field}: +(\\d+) kB$`, "m").exec(text)?.[1] ?? 0),
      0,
    );
  return { rss: sum("Rss"), pss: sum("Pss") };
}

function processIds(): readonly number[] {
  return readdirSync("/proc").map(Number).filter(Number.isInteger);
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
