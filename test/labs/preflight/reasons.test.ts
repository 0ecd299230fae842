/** Each reason why a recipe can't have what it takes names that, and who has it; in the order of kinds. */
import { expect, test } from "bun:test";

import type { Claims } from "../../../lib/labs/preflight/claims.ts";
import { occupied } from "../../../lib/labs/preflight/occupied.ts";
import { lookingAt } from "../still-ours/looking.ts";

const NOTHING: Claims = { links: [], removed: [], addresses: [], routes: [], networks: [], containers: [], ports: [] };

const DOCKER = "docker ps --all --format {{.Names}}";

const ROUTES = [
  { dst: "default", dev: "eth0", gateway: "10.0.0.1" },
  { dst: "10.8.0.0/24", dev: "eth1" },
  { dst: "10.8.1.9" },
  { dst: "10.9.0.0/16", dev: "eth2" },
];

const TEXTS = {
  "ip -json address show": JSON.stringify([
    { ifname: "eth0", addr_info: [{}, { local: "10.0.0.5" }] },
    { ifname: "eth1", addr_info: [{ local: "10.8.0.1" }] },
  ]),
  "ip -json route show": JSON.stringify(ROUTES),
  [DOCKER]: "web,db/web\ndb\n",
  "ip -json route get 10.8.0.77": JSON.stringify([{ dst: "10.8.0.77", dev: "eth1" }]),
  "ip -json neighbour show 10.8.0.77 dev eth1": JSON.stringify([{ lladdr: "02:00:00:00:00:01" }]),
};

const look = lookingAt({ texts: TEXTS, inodes: { "/var/run/netns/n": 1 } });

const host = (address: string) => ({ addresses: [{ address, place: "host" }] }) as const;
const inside = (address: string) => ({ addresses: [{ address, place: "container" }] }) as const;

test.each<readonly [Partial<Claims>, readonly string[]]>([
  [{ links: ["eth0", "eth9", "eth1"] }, ["eth0", "eth1"].map((name) => `this machine has an interface "${name}"`)],
  [{ containers: ["db", "other", "web"] }, ["db", "web"].map((name) => `there is a container "${name}"`)],
  [
    { routes: ["10.8.1.9", "10.8.0.0/24"] },
    ["10.8.0.0/24 already, by eth1", "10.8.1.9 already, by somewhere"].map(
      (way) => `this machine has a route to ${way}`,
    ),
  ],
  [{ networks: ["m", "n"] }, ['this machine has a network namespace "n"']],
  [host("10.8.0.129/25"), ["10.8.0.128/25 overlaps with 10.8.0.0/24, which this machine reaches by eth1"]],
  [host("10.8.1.1/24"), ["10.8.1.0/24 overlaps with 10.8.1.9, which this machine reaches by somewhere"]],
  [host("10.9.3.1/24"), ["10.9.3.0/24 overlaps with 10.9.0.0/16, which this machine reaches by eth2"]],
  [inside("10.0.0.5/24"), ["10.0.0.5 is in use: it is eth0's"]],
  [inside("10.8.0.77"), ["10.8.0.77 is in use: 02:00:00:00:00:01 on eth1 answers for it"]],
])("%j", async (claims, reasons) => {
  expect(await occupied({ ...NOTHING, ...claims }, look)).toEqual([...reasons]);
});

test.each<readonly [string, Partial<Claims>]>([
  ["a network of one address overlaps with nothing", host("10.8.0.9/32")],
  ["an address without a network overlaps with nothing", host("10.8.0.9")],
  ["nor does one of a container", inside("10.8.0.9/24")],
  ["the network beside one is free", host("10.8.2.1/24")],
  ["a network of an interface that is removed before is free", { ...host("10.9.3.1/24"), removed: ["eth2"] }],
  ["an address of an interface that is removed before is free", { ...inside("10.0.0.5"), removed: ["eth0"] }],
])("%s", async (_, claims) => {
  expect(await occupied({ ...NOTHING, ...claims }, look)).toEqual([]);
});

test("an address that somebody answers for is taken, though an interface goes", async () => {
  const claims = { ...NOTHING, ...inside("10.8.0.77"), removed: ["eth0"] };
  expect(await occupied(claims, look)).toHaveLength(1);
});

test("they come by kinds: links, containers, ports, networks, routes, namespaces, and who has an address", async () => {
  const listening = Bun.listen({ hostname: "127.0.0.1", port: 0, socket: { data: () => {} } });
  const { port } = listening;
  const claims: Claims = {
    links: ["eth0"],
    removed: [],
    addresses: [
      { address: "10.8.0.1/24", place: "host" },
      { address: "10.8.0.77", place: "container" },
    ],
    routes: ["10.8.1.9"],
    networks: ["n"],
    containers: ["web"],
    ports: [port],
  };
  try {
    expect(await occupied(claims, look)).toEqual([
      'this machine has an interface "eth0"',
      'there is a container "web"',
      `port ${port} of this machine is taken: sudo ss -ltnp 'sport = ${port}'`,
      "10.8.0.0/24 overlaps with 10.8.0.0/24, which this machine reaches by eth1",
      "this machine has a route to 10.8.1.9 already, by somewhere",
      'this machine has a network namespace "n"',
      "10.8.0.1 is in use: it is eth1's",
      "10.8.0.77 is in use: 02:00:00:00:00:01 on eth1 answers for it",
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
  expect(await occupied({ ...NOTHING, links: ["eth0"], routes: ["10.8.1.9"] }, asking)).toEqual([]);
  expect(asked).toEqual(["ip -json address show", "ip -json route show"]);
  expect(await occupied({ ...NOTHING, containers: ["web"] }, asking)).toEqual([]);
  expect(asked).toContain(DOCKER);
});
