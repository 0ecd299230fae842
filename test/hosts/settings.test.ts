import { expect, test } from "bun:test";

import { namespacesFor } from "../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

test("the network has Linux's own settings, whatever the machine's are", async () => {
  const seen = await inNamespaces(async () => {
    const { existsSync, readFileSync, writeFileSync } = await import("node:fs");
    const { fixSettings } = await import("../../lib/hosts/settings.ts");
    const ODD = {
      "bridge/bridge-nf-call-iptables": "0",
      "ipv4/ip_forward": "1",
      "ipv4/ip_default_ttl": "17",
      "ipv4/ip_unprivileged_port_start": "0",
      "ipv4/ip_local_port_range": "2000\t2999",
      "ipv4/icmp_echo_ignore_all": "1",
      "ipv4/conf/all/rp_filter": "1",
      "ipv4/conf/default/rp_filter": "2",
      "ipv4/conf/default/forwarding": "1",
      "ipv4/conf/default/arp_ignore": "8",
      "ipv4/conf/lo/route_localnet": "1",
      "ipv4/conf/all/accept_source_route": "1",
    };
    const read = (name: string) => readFileSync(`/proc/sys/net/${name}`, "utf8").trim();
    const names = Object.keys(ODD).filter((name) => existsSync(`/proc/sys/net/${name}`));
    for (const name of names) writeFileSync(`/proc/sys/net/${name}`, ODD[name as keyof typeof ODD]);
    const odd = names.every((name) => read(name) === ODD[name as keyof typeof ODD]);
    fixSettings();
    Bun.spawnSync(["ip", "link", "add", "later", "type", "bridge"]);
    const later = read("ipv4/conf/later/forwarding");
    return { odd, later, settings: Object.fromEntries(names.map((name) => [name, read(name)])) };
  });
  expect(seen).toMatchObject({
    odd: true,
    later: "0",
    settings: {
      "ipv4/ip_forward": "0",
      "ipv4/ip_default_ttl": "64",
      "ipv4/ip_unprivileged_port_start": "1024",
      "ipv4/ip_local_port_range": "32768\t60999",
      "ipv4/icmp_echo_ignore_all": "0",
      "ipv4/conf/all/rp_filter": "0",
      "ipv4/conf/default/rp_filter": "0",
      "ipv4/conf/default/forwarding": "0",
      "ipv4/conf/default/arp_ignore": "0",
      "ipv4/conf/lo/route_localnet": "0",
      "ipv4/conf/all/accept_source_route": "0",
    },
  });
  if ("bridge/bridge-nf-call-iptables" in seen.settings)
    expect(seen.settings["bridge/bridge-nf-call-iptables"]).toBe("1");
});
