/**
 * What a recipe takes, and somebody has already, is found before its first step.
 */
import { expect, test } from "bun:test";

import type { Claims } from "../../../lib/labs/preflight/planned-claims.ts";
import { occupied } from "../../../lib/labs/preflight/occupied.ts";
import { lookingAt } from "../still-ours/looking.ts";
import { parseCidr } from "../../../lib/values/address/cidr.ts";
import { parseSubnet } from "../../../lib/values/address/subnet.ts";

const NOTHING: Claims = { links: [], removed: [], addresses: [], routes: [], networks: [], containers: [], ports: [] };

/** A machine with one interface and its network, a container, a route and a network namespace */
const look = lookingAt({
  texts: { "docker ps --all --format {{.Names}}": "web,db/web\nother\n" },
  inodes: { "/var/run/netns/there": 1 },
  sees: {
    "/proc/self/ns/net": {
      links: { eth9: { addresses: ["10.8.0.1/24"] } },
      routes: [
        { destination: "default", gateway: "10.8.0.254", dev: "eth9" },
        { destination: "10.8.0.0/24", dev: "eth9" },
      ],
    },
  },
});

test.each<readonly [string, Partial<Claims>, string]>([
  ["an interface", { links: ["eth9"] }, '"eth9"'],
  ["a container", { containers: ["web"] }, '"web"'],
  ["a route", { routes: [parseSubnet("10.8.0.0/24")] }, "10.8.0.0/24"],
  ["a network namespace", { networks: ["there"] }, '"there"'],
  ["an address", { addresses: [{ address: parseCidr("10.8.0.1/32"), place: "container" }] }, "10.8.0.1"],
  ["a network that overlaps", { addresses: [{ address: parseCidr("10.8.0.65/26"), place: "host" }] }, "10.8.0.64/26"],
])("%s is somebody's", async (_what, claims, named) => {
  const [reason, ...others] = await occupied({ ...NOTHING, ...claims }, look);
  expect(reason).toContain(named);
  expect(others).toEqual([]);
});

test.each<Partial<Claims>>([
  { links: ["eth8"] },
  { containers: ["we"] },
  { routes: [parseSubnet("10.9.0.0/24")] },
  { networks: ["elsewhere"] },
  { addresses: [{ address: parseCidr("10.9.0.1/24"), place: "host" }] },
  { addresses: [{ address: parseCidr("10.8.0.1/24"), place: "host" }], removed: ["eth9"] },
])("%j is free", async (claims) => {
  expect(await occupied({ ...NOTHING, ...claims }, look)).toEqual([]);
});

test("where no Docker answers, no container has a name", async () => {
  const names = ["web", "x", ""];
  expect(await occupied({ ...NOTHING, containers: names }, { ...look, text: async () => null })).toEqual([]);
});

test("a port on which somebody listens is taken, and free once nobody does", async () => {
  const listening = Bun.listen({ hostname: "127.0.0.1", port: 0, socket: { data: () => {} } });
  const claims = { ...NOTHING, ports: [listening.port] };
  try {
    expect(await occupied(claims, look)).toEqual([expect.stringContaining(`port ${listening.port} `)]);
  } finally {
    listening.stop(true);
  }
  expect(await occupied(claims, look)).toEqual([]);
});
