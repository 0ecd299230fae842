import { readdirSync, readFileSync } from "node:fs";

import { networkAt } from "./process-identity.ts";

/** Of proc_pid_status(5): the ids of a process, first ours, then those in the process namespaces below */
const IDS = /^NSpid:\t(\d+)\t(\d+)(?:\t|$)/m;

/**
 * The process that has an id in a process namespace below this one, by the network that it is in as well, as others may
 * have the same id in other namespaces.
 *
 * @returns its id as this process sees it; `null` when there is none, or it is out of sight
 */
export function processByInnerId(id: number, network: string): number | null {
  const found = readdirSync("/proc").find((entry) => {
    if (!/^\d+$/.test(entry)) return false;
    const [, , inner] = IDS.exec(statusOf(entry)) ?? [];
    return inner === `${id}` && networkAt(`/proc/${entry}/ns/net`) === network;
  });
  return found === undefined ? null : Number(found);
}

/** Empty when it has ended meanwhile */
function statusOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return "";
  }
}
