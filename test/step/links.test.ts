import { describe, expect, test } from "bun:test";

import { linksIn } from "../../lib/step/links.ts";
import { networkWith, type ToldLink } from "../support/kernel/seen-network.ts";

/** An end of a cable into another network */
const END: ToldLink = { kind: "veth", lower: 9, flags: ["BROADCAST", "MULTICAST"] };
const BRIDGE: ToldLink = { kind: "bridge" };

const read = (links: Readonly<Record<string, ToldLink>>) => linksIn(networkWith({ links }));

describe("the flags and the state are those of a kernel that has come to rest", () => {
  test.each<{ is: string; link: ToldLink; flags: string; state: string }>([
    { is: "down", link: END, flags: "BROADCAST,MULTICAST", state: "DOWN" },
    {
      is: "up, and its peer down",
      link: { ...END, flags: ["NO-CARRIER", "BROADCAST", "UP", "M-DOWN"], operational: "lowerlayerdown" },
      flags: "NO-CARRIER,BROADCAST,UP",
      state: "LOWERLAYERDOWN",
    },
    {
      is: "up, and its peer down, which is not said yet",
      link: { ...END, flags: ["BROADCAST", "UP"], operational: "down" },
      flags: "NO-CARRIER,BROADCAST,UP",
      state: "LOWERLAYERDOWN",
    },
    { is: "up", link: { ...END, flags: ["UP", "LOWER_UP"], operational: "up" }, flags: "UP,LOWER_UP", state: "UP" },
    {
      is: "a bridge with no port",
      link: { ...BRIDGE, flags: ["NO-CARRIER", "UP"], operational: "down" },
      flags: "NO-CARRIER,UP",
      state: "DOWN",
    },
    {
      is: "loopback",
      link: { hardware: "loopback", flags: ["LOOPBACK", "UP", "LOWER_UP"], operational: "unknown" },
      flags: "LOOPBACK,UP,LOWER_UP",
      state: "UNKNOWN",
    },
  ])("of one that is $is", ({ link, flags, state }) => {
    expect(read({ A: link }).links).toMatchObject([{ flags: flags.split(","), state }]);
  });
});

test.each([
  { up: ["UP", "LOWER_UP"], operational: "down" },
  { up: ["UP"], operational: "up" },
] as const)("a kernel that says $up and $operational has not come to rest", ({ up, operational }) => {
  expect(read({ lo: {}, A: { ...END, flags: up, operational } }).settled).toBe(false);
});

test.each([
  { up: [], operational: "down" },
  { up: ["UP"], operational: "lowerlayerdown" },
  { up: ["UP", "LOWER_UP"], operational: "unknown" },
] as const)("a kernel that says $up and $operational has", ({ up, operational }) => {
  expect(read({ A: { ...END, flags: up, operational } }).settled).toBe(true);
});

test("the other end of a cable is known by its name in the same network, and by its index in another", () => {
  const cable = { A: { ...END, lower: "B", index: 6 }, B: { ...END, lower: "A", index: 5 } };
  expect(read(cable).links).toMatchObject([
    { peer: "B", peerIndex: 5 },
    { peer: "A", peerIndex: 6 },
  ]);
  expect(read({ A: END }).links).toMatchObject([{ peer: "if9", peerIndex: 9 }]);
  expect(read({ br7: BRIDGE }).links).toMatchObject([{ peer: null, peerIndex: null }]);
});

test("the link below a tunnel is none of its ends", () => {
  expect(read({ vx: { kind: "vxlan", lower: 9 } }).links).toMatchObject([{ peer: null, peerIndex: null }]);
});

test("a bridge that it is bound to is named, and its address and MTU are told", () => {
  const state = { master: "br7", mtu: 1400, address: "02:00:00:00:00:0a" };
  expect(read({ A: { ...END, state } }).links).toMatchObject([
    { settings: { master: "br7", mtu: "1400", address: "02:00:00:00:00:0a" } },
  ]);
  expect(read({ A: END }).links).toMatchObject([{ settings: { master: "" } }]);
});

test("addresses are as ip shows them, without those that the kernel makes for itself", () => {
  const addresses = [
    { family: "inet", local: "10.1.1.1", prefix: 32, peer: "10.1.1.2" },
    "10.2.0.1/16",
    { family: "inet6", local: "fe80::1", prefix: 64, scope: "link" },
    "2001:db8::1/64",
  ] as const;
  const [link] = read({ A: { ...END, addresses } }).links;
  expect(link?.addresses).toEqual(["inet 10.1.1.1 peer 10.1.1.2/32", "inet 10.2.0.1/16", "inet6 2001:db8::1/64"]);
});
