import { readFileSync } from "node:fs";

/**
 * Returns the only child of a process, for a program that waits for another one.
 *
 * Equivalent to: `pgrep -P $pid`
 *
 * @returns `null` before the child starts, and after it ends
 */
export function firstChild(pid: number): number | null {
  try {
    const [child = ""] = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ");
    return child === "" ? null : Number(child);
  } catch {
    return null;
  }
}
