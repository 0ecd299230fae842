/**
 * Kernel settings that a new network namespace would take over from the machine, set to fixed values:
 * a recipe behaves the same wherever it runs.
 *
 * @module
 */
import { writeFileSync } from "node:fs";

/** Linux's own defaults, Documentation/networking/ip-sysctl.rst; below `/proc/sys/net/ipv4` */
const SETTINGS: Readonly<Record<string, string>> = {
  ip_forward: "0",
  ip_default_ttl: "64",
  ip_unprivileged_port_start: "1024",
  ip_local_port_range: "32768 60999",
  icmp_echo_ignore_all: "0",
  icmp_echo_ignore_broadcasts: "1",
  "conf/*/accept_local": "0",
  "conf/*/accept_redirects": "1",
  "conf/*/accept_source_route": "0",
  "conf/*/arp_announce": "0",
  "conf/*/arp_filter": "0",
  "conf/*/arp_ignore": "0",
  "conf/*/log_martians": "0",
  "conf/*/proxy_arp": "0",
  "conf/*/route_localnet": "0",
  "conf/*/rp_filter": "0",
  "conf/*/send_redirects": "1",
};

/**
 * Sets them in the calling thread's network namespace, for interfaces that are there and for those to come.
 *
 * Equivalent to: `sysctl -w net.ipv4.ip_forward=0 …`
 */
export function fixSettings(): void {
  for (const [name, value] of Object.entries(SETTINGS)) {
    for (const interfaces of name.includes("*") ? ["all", "default"] : [""]) {
      writeFileSync(`/proc/sys/net/ipv4/${name.replace("*", interfaces)}`, value);
    }
  }
}
