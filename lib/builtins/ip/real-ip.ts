import { accessSync, constants } from "node:fs";

/** Where distributions have it */
const PATHS = ["/usr/sbin/ip", "/sbin/ip", "/usr/bin/ip", "/bin/ip"];

/** The file of iproute2's own `ip`; `null` when it is not installed */
export function realIp(): string | null {
  return PATHS.find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
