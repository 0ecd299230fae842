import { readFileSync } from "node:fs";

/**
 * When a process started, in clock ticks since the machine did: with its id that is one process and no other, as ids are
 * used again. Field 22 of proc_pid_stat(5), counted behind the name, which may have blanks in it.
 *
 * @returns `null` when there is no such process, or it has ended and only waits for its parent to ask
 */
export function processStart(pid: number): string | null {
  const fields = readStat(pid);
  return hasEnded(fields) ? null : (fieldOf(fields, START) ?? null);
}

/** The same, also of one that has ended, as long as its id is not another's */
export function processStartEver(pid: number): string | null {
  return fieldOf(readStat(pid), START) ?? null;
}

/** The fields behind the name; none when there is no such process */
function readStat(pid: number): readonly string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return [];
  }
}

/** Fields by their numbers in the manual */
const STATE = 3;
const FLAGS = 9;
const START = 22;

/** PF_EXITING, include/linux/sched.h: it is being taken down, which takes longest for one with much memory */
const EXITING = 0x4;

function hasEnded(fields: readonly string[]): boolean {
  return /^[ZX]$/.test(fieldOf(fields, STATE) ?? "") || (Number(fieldOf(fields, FLAGS)) & EXITING) !== 0;
}

function fieldOf(fields: readonly string[], number: number): string | undefined {
  return fields[number - STATE];
}
