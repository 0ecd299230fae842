/**
 * What a recipe takes, and somebody has already, is found before its first step.
 */
import { expect, test } from "bun:test";

import type { Claims } from "../../../lib/labs/preflight/claims.ts";
import { occupied } from "../../../lib/labs/preflight/occupied.ts";
import type { Look } from "../../../lib/resources/look.ts";

const NOTHING: Claims = { links: [], removed: [], addresses: [], routes: [], networks: [], containers: [], ports: [] };

/** A machine with one interface and its network, a container, a route and a network namespace */
const ANSWERS: Readonly<Record<string, string>> = {
  "ip -json address show": JSON.stringify([{ ifname: "eth9", addr_info: [{ local: "10.8.0.1" }] }]),
  "ip -json route show": JSON.stringify([
    { dst: "default", gateway: "10.8.0.254", dev: "eth9" },
    { dst: "10.8.0.0/24", dev: "eth9" },
  ]),
  "docker ps --all --format {{.Names}}": "web,db/web\nother\n",
};

const look: Look = {
  text: async (argv) => ANSWERS[argv.join(" ")] ?? null,
  file: () => null,
  link: () => null,
  inode: (path) => (path === "/var/run/netns/there" ? 1 : null),
  network: () => null,
  see: () => null,
};

test.each<readonly [string, Partial<Claims>, string]>([
  ["an interface", { links: ["eth9"] }, '"eth9"'],
  ["a container", { containers: ["web"] }, '"web"'],
  ["a route", { routes: ["10.8.0.0/24"] }, "10.8.0.0/24"],
  ["a network namespace", { networks: ["there"] }, '"there"'],
  ["an address", { addresses: [{ address: "10.8.0.1", place: "container" }] }, "10.8.0.1"],
  ["a network that overlaps", { addresses: [{ address: "10.8.0.65/26", place: "host" }] }, "10.8.0.64/26"],
])("%s is somebody's", async (_what, claims, named) => {
  const [reason, ...others] = await occupied({ ...NOTHING, ...claims }, look);
  expect(reason).toContain(named);
  expect(others).toEqual([]);
});

test.each<Partial<Claims>>([
  { links: ["eth8"] },
  { containers: ["we"] },
  { routes: ["10.9.0.0/24"] },
  { networks: ["elsewhere"] },
  { addresses: [{ address: "10.9.0.1/24", place: "host" }] },
  { addresses: [{ address: "10.8.0.1/24", place: "host" }], removed: ["eth9"] },
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
