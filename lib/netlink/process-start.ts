import { readFileSync } from "node:fs";

/**
 * When a process started, in clock ticks since the machine did: with its id that is one process and no other, as ids are
 * used again. Field 22 of proc_pid_stat(5), counted behind the name, which may have blanks in it.
 *
 * @returns `null` when there is no such process
 */
export function processStart(pid: number): string | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ")[FIELD - FIRST_BEHIND_NAME] ?? null;
  } catch {
    return null;
  }
}

const FIELD = 22;
const FIRST_BEHIND_NAME = 3;
