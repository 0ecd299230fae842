import { readFileSync } from "node:fs";

/** Which start of the machine this is, random(4): process ids and start times of another one mean nothing */
export function bootId(): string {
  return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
}
