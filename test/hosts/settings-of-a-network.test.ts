/** Each setting of a host's network has Linux's own value, for interfaces that are there and for those to come. */
import { expect, test } from "bun:test";

import { namespacesFor } from "../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

/** Documentation/networking/ip-sysctl.rst */
const SETTINGS = {
  "bridge/bridge-nf-call-iptables": "1",
  "ipv4/ip_forward": "0",
  "ipv4/ip_default_ttl": "64",
  "ipv4/ip_unprivileged_port_start": "1024",
  "ipv4/ip_local_port_range": "32768 60999",
  "ipv4/icmp_echo_ignore_all": "0",
  "ipv4/icmp_echo_ignore_broadcasts": "1",
} as const;

const OF_INTERFACES = {
  ...Object.fromEntries(["accept_redirects", "arp_evict_nocarrier"].map((name) => [name, "1"])),
  ...Object.fromEntries(["secure_redirects", "send_redirects", "shared_media"].map((name) => [name, "1"])),
  accept_local: "0",
  accept_source_route: "0",
  arp_accept: "0",
  arp_announce: "0",
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
  src_valid_mark: "0",
} as const;

const EXPECTED: Readonly<Record<string, string>> = {
  ...SETTINGS,
  ...Object.fromEntries(
    ["all", "default", "lo"].flatMap((of) =>
      Object.entries(OF_INTERFACES).map(([name, value]) => [`ipv4/conf/${of}/${name}`, value] as const),
    ),
  ),
};

/** What is in the files of a kernel that has these, which are a tmpfs's; and whether others are made */
function fixed(names: readonly string[]) {
  return inNamespaces(async (names) => {
    const { readdirSync, readFileSync, statSync } = await import("node:fs");
    const { fixSettings } = await import("../../lib/hosts/settings.ts");
    const { emptied, filesAt } = await import("../support/host/in-place.ts");
    emptied("/proc/sys/net");
    filesAt("/proc/sys/net", Object.fromEntries(names.map((name) => [name, "odd"])));
    fixSettings();
    const there = readdirSync("/proc/sys/net", { recursive: true, encoding: "utf8" });
    const files = there.filter((name) => statSync(`/proc/sys/net/${name}`).isFile());
    return Object.fromEntries(files.map((name) => [name, readFileSync(`/proc/sys/net/${name}`, "utf8")]));
  }, names);
}

test("all that a kernel knows are set, and nothing else", async () => {
  const others = ["ipv4/tcp_syncookies", "ipv4/conf/eth0/rp_filter"];
  const odd = Object.fromEntries(others.map((name) => [name, "odd"]));
  expect(await fixed([...Object.keys(EXPECTED), ...others])).toEqual({ ...EXPECTED, ...odd });
});

test("those that a kernel does not know are left out", async () => {
  const known = ["ipv4/ip_forward", "ipv4/conf/lo/rp_filter"];
  expect(await fixed(known)).toEqual({ "ipv4/ip_forward": "0", "ipv4/conf/lo/rp_filter": "0" });
});
