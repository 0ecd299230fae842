import { readFileSync } from "node:fs";

/** The kernel's id of the current boot, random(4); process ids and start times of another boot mean nothing */
export function bootId(): string {
  return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
}
