/**
 * Fixes kernel settings that a new network namespace inherits from the machine: a recipe behaves the same
 * everywhere.
 *
 * @module
 */
import { existsSync, writeFileSync } from "node:fs";

/** Linux's defaults, Documentation/networking/ip-sysctl.rst; paths below `/proc/sys/net` */
const SETTINGS: Readonly<Record<string, string>> = {
  "bridge/bridge-nf-call-iptables": "1",
  "ipv4/ip_forward": "0",
  "ipv4/ip_default_ttl": "64",
  "ipv4/ip_unprivileged_port_start": "1024",
  "ipv4/ip_local_port_range": "32768 60999",
  "ipv4/icmp_echo_ignore_all": "0",
  "ipv4/icmp_echo_ignore_broadcasts": "1",
};

/** Defaults per interface, existing and future; a new namespace inherits the machine's values */
const INTERFACE_SETTINGS: Readonly<Record<string, string>> = {
  accept_local: "0",
  accept_redirects: "1",
  accept_source_route: "0",
  arp_accept: "0",
  arp_announce: "0",
  arp_evict_nocarrier: "1",
  arp_filter: "0",
  arp_ignore: "0",
  arp_notify: "0",
  bootp_relay: "0",
  drop_gratuitous_arp: "0",
  drop_unicast_in_l2_multicast: "0",
  forwarding: "0",
  ignore_routes_with_linkdown: "0",
  log_martians: "0",
  promote_secondaries: "0",
  proxy_arp: "0",
  proxy_arp_pvlan: "0",
  route_localnet: "0",
  rp_filter: "0",
  secure_redirects: "1",
  send_redirects: "1",
  shared_media: "1",
  src_valid_mark: "0",
};

/**
 * Sets them in the calling thread's network namespace, for existing and future interfaces.
 *
 * Equivalent to: `sysctl -w net.ipv4.ip_forward=0 …`
 */
export function fixSettings(): void {
  for (const [name, value] of Object.entries(SETTINGS)) set(name, value);
  for (const [name, value] of Object.entries(INTERFACE_SETTINGS)) {
    for (const interfaces of ["all", "default", "lo"]) set(`ipv4/conf/${interfaces}/${name}`, value);
  }
}

function set(name: string, value: string): void {
  const file = `/proc/sys/net/${name}`;
  // The setting is newer than the kernel, or belongs to a module that is not loaded
  if (existsSync(file)) writeFileSync(file, value);
}
