/**
 * Which process an id stands for now, as ids are used again.
 *
 * @module
 */
import { readFileSync, statSync } from "node:fs";

import { processStart } from "./process-start.ts";

/** One process and no other, and the network that it is in */
export interface ProcessIdentity {
  /** `null` when there is no such process */
  readonly start: string | null;
  /** `null` when there is none, or who asks may not know */
  readonly network: string | null;
}

/** What an id stands for now */
export function identify(pid: number): ProcessIdentity {
  return { start: processStart(pid), network: networkAt(`/proc/${pid}/ns/net`) };
}

/**
 * The network namespace behind a file, namespaces(7): the device and the inode together are one namespace's.
 *
 * @returns `null` when nothing is there
 */
export function networkAt(file: string): string | null {
  try {
    const { dev, ino } = statSync(file);
    return `${dev}:${ino}`;
  } catch {
    return null;
  }
}

/** What a process is called, proc_pid_comm(5); `null` when there is no such process */
export function processName(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/comm`, "utf8").trimEnd();
  } catch {
    return null;
  }
}

/** Whose child a process is, proc_pid_status(5); `null` when there is no such process, or its parent is out of sight */
export function parentOf(pid: number): number | null {
  try {
    const parent = Number(/^PPid:\t(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
    return parent > 0 ? parent : null;
  } catch {
    return null;
  }
}
