import { existsSync } from "node:fs";

/** Where distributions have it */
const PATHS = ["/usr/sbin/ip", "/sbin/ip", "/usr/bin/ip", "/bin/ip"];

/** The file of iproute2's own `ip`; `null` when it is not installed */
export function realIp(): string | null {
  return PATHS.find((path) => existsSync(path)) ?? null;
}
