/**
 * The first process of the host of a run.
 */
import { readdirSync, readFileSync } from "node:fs";

/** Whether a process is below another one: its child, or a child's child */
export function isBelow(pid: number, ancestor: number): boolean {
  const parent = Number(/^PPid:\t(\d+)$/m.exec(statusOf(pid))?.[1]);
  return parent === ancestor || (parent > 1 && isBelow(parent, ancestor));
}

/** The holder below the outer process of a run: of those, the first one in a process namespace */
export function holderBelow(outer: number): number {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const holder = pids.map(Number).find((pid) => isFirst(pid) && isBelow(pid, outer));
  if (holder === undefined) throw new Error(`Cannot find the holder below process ${outer}`);
  return holder;
}

/** A container's is the first one two levels deep */
function isFirst(pid: number): boolean {
  return new RegExp(`^NSpid:\t${pid}\t1$`, "m").test(statusOf(pid));
}

/** Empty when it has ended meanwhile */
function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, "latin1");
  } catch {
    return "";
  }
}
