/**
 * A process and all that it has started, and what memory they have.
 *
 * @module
 */
import { readdirSync, readFileSync } from "node:fs";

import { parentOf } from "../../lib/netlink/process/process-identity.ts";

/** Bytes, of all processes together */
export interface Memory {
  /** Resident: a page that two processes share is counted twice */
  readonly rss: number;
  /** Proportional: a page that two processes share is counted as half a page in each */
  readonly pss: number;
}

/** A process, its children, and theirs; orphans of a process namespace are its first process's */
export function descendants(ancestor: number): readonly number[] {
  const parents = new Map(processIds().map((pid) => [pid, parentOf(pid)]));
  const isOurs = (pid: number): boolean => {
    const parent = parents.get(pid);
    return pid === ancestor || (parent !== undefined && parent !== null && isOurs(parent));
  };
  return [...parents.keys()].filter((pid) => isOurs(pid) && !isBorrower(pid, parents.get(pid) ?? 0));
}

/** A child that has not yet become another program runs in its parent's memory, vfork(2): that is not there twice */
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
