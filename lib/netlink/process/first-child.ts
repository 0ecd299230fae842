import { readFileSync } from "node:fs";

/**
 * The child of a process that has but one, as a program that waits for another.
 *
 * Equivalent to: `pgrep -P $pid`
 *
 * @returns `null` before it is there, and after
 */
export function firstChild(pid: number): number | null {
  try {
    const [child = ""] = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ");
    return child === "" ? null : Number(child);
  } catch {
    return null;
  }
}
