/**
 * Whether the host passes packets on from one interface to another.
 *
 * @module
 */
import { readFileSync, writeFileSync } from "node:fs";

const SETTING = "/proc/sys/net/ipv4/ip_forward";

/** What Docker says of a host that doesn't */
export const DISABLED = "IPv4 forwarding is disabled";

/** Networks that have no need of it */
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
 * What `docker run` says when it has made a container that will reach no other network; `null` of any other.
 * Source: moby 20.10, `daemon/daemon_unix.go`, `verifyPlatformContainerSettings`.
 */
export function forwardingWarning(network: string): string | null {
  return isForwarding() || WITHOUT.has(network) ? null : `WARNING: ${DISABLED}. Networking will not work.`;
}
