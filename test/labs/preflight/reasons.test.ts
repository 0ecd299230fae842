/** Each reason why a recipe can't have what it takes names that, and who has it; in the order of kinds. */
import { expect, test } from "bun:test";

import type { Claims } from "../../../lib/labs/preflight/planned-claims.ts";
import { occupied } from "../../../lib/labs/preflight/occupied.ts";
import { naming } from "../../support/naming.ts";
import type { Told } from "../../support/kernel/seen-network.ts";
import { lookingAt } from "../still-ours/looking.ts";
import { parseCidr } from "../../../lib/values/address/cidr.ts";
import { parseSubnet } from "../../../lib/values/address/subnet.ts";

const NOTHING: Claims = { links: [], removed: [], addresses: [], routes: [], networks: [], containers: [], ports: [] };

const DOCKER = "docker ps --all --format {{.Names}}";

const HERE: Told = {
  links: { eth0: { addresses: ["fe80::5/64", "10.0.0.5/24", "fd08::5/64"] }, eth1: { addresses: ["10.8.0.1/24"] } },
  routes: [
    { destination: "default", dev: "eth0", gateway: "10.0.0.1" },
    { destination: "10.8.0.0/24", dev: "eth1" },
    { destination: "10.8.1.9", dev: null, type: "blackhole" },
    { destination: "10.9.0.0/16", dev: "eth2" },
    { destination: "10.0.0.5", dev: "eth0", table: "local" },
    { destination: "fe80::/64", dev: "eth0", family: "inet6" },
    { destination: "fd08:0:0:7::/64", dev: "eth1", family: "inet6" },
  ],
  ways: { "10.8.0.77": { destination: "10.8.0.77", dev: "eth1" } },
  neighbours: [{ destination: "10.8.0.77", dev: "eth1", address: "02:00:00:00:00:01" }],
};

const look = lookingAt({
  texts: { [DOCKER]: "web,db/web\ndb\n" },
  inodes: { "/var/run/netns/n": 1 },
  sees: { "/proc/self/ns/net": HERE },
});

const host = (address: string) => ({ addresses: [{ address: parseCidr(address), place: "host" }] }) as const;
const inside = (address: string) => ({ addresses: [{ address: parseCidr(address), place: "container" }] }) as const;

test.each<readonly [Partial<Claims>, readonly string[]]>([
  [{ links: ["eth0", "eth9", "eth1"] }, [naming('"eth0"'), naming('"eth1"')]],
  [{ containers: ["db", "other", "web"] }, [naming('"db"'), naming('"web"')]],
  [
    { routes: ["10.8.1.9/32", "10.8.0.0/24", "10.0.0.5/32"].map(parseSubnet) },
    [naming("10.8.0.0/24", "eth1"), expect.stringMatching(/ 10\.8\.1\.9$/)],
  ],
  [{ networks: ["m", "n"] }, [naming('"n"')]],
  [host("10.8.0.129/25"), [naming("10.8.0.128/25", "10.8.0.0/24", "eth1")]],
  [host("10.8.1.1/24"), [expect.stringMatching(/10\.8\.1\.0\/24 .*10\.8\.1\.9\b.* a route$/)]],
  [host("10.9.3.1/24"), [naming("10.9.3.0/24", "10.9.0.0/16", "eth2")]],
  [host("fd08::9/48"), [naming("fd08::/48", "fd08:0:0:7::/64", "eth1")]],
  [inside("FD08:0::5/128"), [naming("fd08::5", "eth0")]],
  [inside("10.0.0.5/24"), [naming("10.0.0.5", "eth0")]],
  [inside("10.8.0.77/32"), [naming("10.8.0.77", "02:00:00:00:00:01", "eth1")]],
])("%j", async (claims, reasons) => {
  expect(await occupied({ ...NOTHING, ...claims }, look)).toEqual([...reasons]);
});

test.each<readonly [string, Partial<Claims>]>([
  ["a network of one address overlaps with nothing", host("10.8.0.9/32")],
  ["nor does one of a container", inside("10.8.0.9/24")],
  ["a default route of the other family is another one", { routes: [parseSubnet("::/0")] }],
  ["nor does one of IPv6", host("fd08::9/128")],
  ["nor does a link-local one, which each link has", host("fe80::9/64")],
  ["of whatever part of theirs", host("fe80::9/10")],
  ["the network beside one of IPv6 is free", host("fd08:0:0:8::1/64")],
  ["the network beside one is free", host("10.8.2.1/24")],
  ["a network of an interface that is removed before is free", { ...host("10.9.3.1/24"), removed: ["eth2"] }],
  ["an address of an interface that is removed before is free", { ...inside("10.0.0.5/32"), removed: ["eth0"] }],
])("%s", async (_, claims) => {
  expect(await occupied({ ...NOTHING, ...claims }, look)).toEqual([]);
});

test("an address that somebody answers for is taken, though an interface goes", async () => {
  const claims = { ...NOTHING, ...inside("10.8.0.77/32"), removed: ["eth0"] };
  expect(await occupied(claims, look)).toHaveLength(1);
});

test("they come by kinds: links, containers, ports, networks, routes, namespaces, and who has an address", async () => {
  const listening = Bun.listen({ hostname: "127.0.0.1", port: 0, socket: { data: () => {} } });
  const { port } = listening;
  const claims: Claims = {
    links: ["eth0"],
    removed: [],
    addresses: [
      { address: parseCidr("10.8.0.1/24"), place: "host" },
      { address: parseCidr("10.8.0.77/32"), place: "container" },
    ],
    routes: [parseSubnet("10.8.1.9/32")],
    networks: ["n"],
    containers: ["web"],
    ports: [port],
  };
  try {
    expect(await occupied(claims, look)).toEqual([
      naming('"eth0"'),
      naming('"web"'),
      naming(`port ${port}`, `sport = ${port}`),
      naming("10.8.0.0/24", "10.8.0.0/24", "eth1"),
      naming("10.8.1.9"),
      naming('"n"'),
      naming("10.8.0.1", "eth1"),
      naming("10.8.0.77", "02:00:00:00:00:01", "eth1"),
    ]);
  } finally {
    listening.stop(true);
  }
});

test("Docker is asked only where a container is to have a name; where nothing answers, all is free", async () => {
  const asked: string[] = [];
  const asking = {
    ...lookingAt({}),
    text: async (argv: readonly string[]) => {
      asked.push(argv.join(" "));
      return null;
    },
  };
  expect(await occupied({ ...NOTHING, links: ["eth0"], routes: [parseSubnet("10.8.1.9/32")] }, asking)).toEqual([]);
  expect(asked).toEqual([]);
  expect(await occupied({ ...NOTHING, containers: ["web"] }, asking)).toEqual([]);
  expect(asked).toEqual([DOCKER]);
});
