import { readdirSync, readFileSync } from "node:fs";

import { networkAt } from "./process-identity.ts";

/** proc_pid_status(5): a process's ids, first in our PID namespace, then in those below */
const IDS = /^NSpid:\t(\d+)\t(\d+)(?:\t|$)/m;

/**
 * Finds a process by its id in a PID namespace below this one. Other namespaces may have the same id, so its
 * network namespace must match as well.
 *
 * @returns its id as this process sees it; `null` when there is none, or it is not visible
 */
export function processByInnerId(id: number, network: string): number | null {
  const found = readdirSync("/proc").find((entry) => {
    if (!/^\d+$/.test(entry)) return false;
    const [, , inner] = IDS.exec(statusOf(entry)) ?? [];
    return inner === `${id}` && networkAt(`/proc/${entry}/ns/net`) === network;
  });
  return found === undefined ? null : Number(found);
}

/** Reads a process's status; empty when it has ended */
function statusOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return "";
  }
}
