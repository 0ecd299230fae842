import { readFileSync } from "node:fs";

/**
 * Returns a process's start time, in clock ticks since boot; with the id, which may be used again, it
 * identifies one process. It is field 22 of proc_pid_stat(5), counted from behind the name, which may contain
 * spaces.
 *
 * @returns `null` when there is no such process, or it is a zombie
 */
export function processStart(pid: number): string | null {
  const fields = readStat(pid);
  return hasEnded(fields) ? null : (fieldOf(fields, START) ?? null);
}

/** Returns the start time of a process, or of a zombie */
export function processStartEver(pid: number): string | null {
  return fieldOf(readStat(pid), START) ?? null;
}

/** Reads the fields behind the name; empty when there is no such process */
function readStat(pid: number): readonly string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return [];
  }
}

/** Field numbers of the manual */
const STATE = 3;
const FLAGS = 9;
const START = 22;

/** PF_EXITING, include/linux/sched.h: the kernel is ending it, which takes longest for one with much memory */
const EXITING = 0x4;

function hasEnded(fields: readonly string[]): boolean {
  return /^[ZX]$/.test(fieldOf(fields, STATE) ?? "") || (Number(fieldOf(fields, FLAGS)) & EXITING) !== 0;
}

function fieldOf(fields: readonly string[], number: number): string | undefined {
  return fields[number - STATE];
}
