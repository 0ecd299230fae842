/**
 * Identifies processes beyond their ids, which are used again.
 *
 * @module
 */
import { readFileSync, statSync } from "node:fs";

import { processStart } from "./process-start.ts";

/** A process's start time and network namespace */
export interface ProcessIdentity {
  /** `null` when there is no such process */
  readonly start: string | null;
  /** `null` when there is no such process, or the caller may not read it */
  readonly network: string | null;
}

/** Identifies the process that has an id now */
export function identify(pid: number): ProcessIdentity {
  return { start: processStart(pid), network: networkAt(`/proc/${pid}/ns/net`) };
}

/**
 * Identifies the network namespace of a file, namespaces(7), by device and inode.
 *
 * @returns `null` when the file does not exist
 */
export function networkAt(file: string): string | null {
  try {
    const { dev, ino } = statSync(file);
    return `${dev}:${ino}`;
  } catch {
    return null;
  }
}

/** Returns the name of a process, proc_pid_comm(5); `null` when there is no such process */
export function processName(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/comm`, "utf8").trimEnd();
  } catch {
    return null;
  }
}

/**
 * Returns the parent of a process, proc_pid_status(5); `null` when there is no such process, or its parent is
 * not visible
 */
export function parentOf(pid: number): number | null {
  try {
    const parent = Number(/^PPid:\t(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
    return parent > 0 ? parent : null;
  } catch {
    return null;
  }
}
