/**
 * IP forwarding on the host.
 *
 * @module
 */
import { readFileSync, writeFileSync } from "node:fs";

const SETTING = "/proc/sys/net/ipv4/ip_forward";

/** Docker's message about a host without forwarding */
export const DISABLED = "IPv4 forwarding is disabled";

/** Networks that don't need it */
const WITHOUT: ReadonlySet<string> = new Set(["none", "host"]);

/** Equivalent to: `sysctl -w net.ipv4.ip_forward=1` */
export function switchForwardingOn(): void {
  writeFileSync(SETTING, "1");
}

/** Equivalent to: `sysctl -n net.ipv4.ip_forward` */
export function isForwarding(): boolean {
  return readFileSync(SETTING, "utf8").trim() !== "0";
}

/**
 * Returns the warning of `docker run` for a container that will reach no other network; `null` otherwise.
 * Source: moby 20.10, `daemon/daemon_unix.go`, `verifyPlatformContainerSettings`.
 */
export function forwardingWarning(network: string): string | null {
  return isForwarding() || WITHOUT.has(network) ? null : `WARNING: ${DISABLED}. Networking will not work.`;
}
