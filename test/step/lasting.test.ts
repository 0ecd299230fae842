import { describe, expect, test } from "bun:test";

import { isSettled, lastingAddresses, lastingFlags, lastingState, peerOf } from "../../lib/step/lasting.ts";
import { wholeNetwork } from "../../lib/step/see-host.ts";
import { networkWith, type ToldLink } from "../support/kernel/seen-network.ts";

/** An end of a cable into another network */
const END: ToldLink = { kind: "veth", lower: 9, flags: ["BROADCAST", "MULTICAST"] };
const BRIDGE: ToldLink = { kind: "bridge" };

const read = (links: Readonly<Record<string, ToldLink>>) => wholeNetwork("host", networkWith({ links })).links;

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
    const links = read({ A: link });
    expect(links.map(lastingFlags)).toEqual([flags.split(",")]);
    expect(links.map(lastingState)).toEqual([state]);
  });
});

test.each([
  { up: ["UP", "LOWER_UP"], operational: "down" },
  { up: ["UP"], operational: "up" },
] as const)("a kernel that says $up and $operational has not come to rest", ({ up, operational }) => {
  expect(read({ lo: {}, A: { ...END, flags: up, operational } }).map(isSettled)).toEqual([true, false]);
});

test.each([
  { up: [], operational: "down" },
  { up: ["UP"], operational: "lowerlayerdown" },
  { up: ["UP", "LOWER_UP"], operational: "unknown" },
] as const)("a kernel that says $up and $operational has", ({ up, operational }) => {
  expect(read({ A: { ...END, flags: up, operational } }).map(isSettled)).toEqual([true]);
});

test("the other end of a cable is known by its name in the same network, and by its index in another", () => {
  const cable = { A: { ...END, lower: "B", index: 6 }, B: { ...END, lower: "A", index: 5 } };
  expect(read(cable).map(peerOf)).toEqual([
    { name: "B", index: 5 },
    { name: "A", index: 6 },
  ]);
  expect(read({ A: END }).map(peerOf)).toEqual([{ name: null, index: 9 }]);
  expect(read({ br7: BRIDGE }).map(peerOf)).toEqual([null]);
});

test("the link below a tunnel is none of its ends", () => {
  expect(read({ vx: { kind: "vxlan", lower: 9 } }).map(peerOf)).toEqual([null]);
});

test("addresses are as ip shows them, without those that the kernel makes for itself", () => {
  const addresses = [
    { family: "inet", local: "10.1.1.1", prefix: 32, peer: "10.1.1.2" },
    "10.2.0.1/16",
    { family: "inet6", local: "fe80::1", prefix: 64, scope: "link" },
    "2001:db8::1/64",
  ] as const;
  expect(read({ A: { ...END, addresses } }).map(lastingAddresses)).toEqual([
    ["inet 10.1.1.1 peer 10.1.1.2/32", "inet 10.2.0.1/16", "inet6 2001:db8::1/64"],
  ]);
});
