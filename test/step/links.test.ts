import { describe, expect, test } from "bun:test";

import { linksIn } from "../../lib/step/links.ts";

/** What ip prints of an end of a cable */
const END = {
  ifindex: 6,
  ifname: "A",
  flags: ["BROADCAST", "MULTICAST"],
  mtu: 1500,
  operstate: "DOWN",
  link: "B",
  address: "02:00:00:00:00:0a",
  addr_info: [],
};
const OTHER_END = { ...END, ifindex: 5, ifname: "B", link: "A", address: "02:00:00:00:00:0b" };
const { link: _, ...BRIDGE } = { ...END, ifname: "br7" };

const read = (...links: readonly object[]) => linksIn(JSON.stringify(links));

describe("the flags and the state are those of a kernel that has come to rest", () => {
  test.each([
    { is: "down", link: END, flags: "BROADCAST,MULTICAST", state: "DOWN" },
    {
      is: "up, and its peer down",
      link: { ...END, flags: ["NO-CARRIER", "BROADCAST", "UP", "M-DOWN"], operstate: "LOWERLAYERDOWN" },
      flags: "NO-CARRIER,BROADCAST,UP",
      state: "LOWERLAYERDOWN",
    },
    {
      is: "up, and its peer down, which is not said yet",
      link: { ...END, flags: ["BROADCAST", "UP"], operstate: "DOWN" },
      flags: "NO-CARRIER,BROADCAST,UP",
      state: "LOWERLAYERDOWN",
    },
    { is: "up", link: { ...END, flags: ["UP", "LOWER_UP"], operstate: "UP" }, flags: "UP,LOWER_UP", state: "UP" },
    {
      is: "a bridge with no port",
      link: { ...BRIDGE, flags: ["NO-CARRIER", "UP"], operstate: "DOWN" },
      flags: "NO-CARRIER,UP",
      state: "DOWN",
    },
    {
      is: "loopback",
      link: { ...BRIDGE, flags: ["LOOPBACK", "UP", "LOWER_UP"], operstate: "UNKNOWN" },
      flags: "LOOPBACK,UP,LOWER_UP",
      state: "UNKNOWN",
    },
  ])("of one that is $is", ({ link, flags, state }) => {
    expect(read(link).links).toMatchObject([{ flags: flags.split(","), state }]);
  });
});

test.each([
  { up: ["UP", "LOWER_UP"], operstate: "DOWN" },
  { up: ["UP"], operstate: "UP" },
])("a kernel that says $up and $operstate has not come to rest", ({ up, operstate }) => {
  expect(read({ ...END, flags: up, operstate }).settled).toBe(false);
});

test.each([
  { up: [], operstate: "DOWN" },
  { up: ["UP"], operstate: "LOWERLAYERDOWN" },
  { up: ["UP", "LOWER_UP"], operstate: "UNKNOWN" },
])("a kernel that says $up and $operstate has", ({ up, operstate }) => {
  expect(read({ ...END, flags: up, operstate }).settled).toBe(true);
});

test("the other end of a cable is known by its name in the same network, and by its index in another", () => {
  expect(read(END, OTHER_END).links).toMatchObject([
    { peer: "B", peerIndex: 5 },
    { peer: "A", peerIndex: 6 },
  ]);
  expect(read({ ...BRIDGE, link_index: 9, link_netnsid: 0 }).links).toMatchObject([{ peer: "if9", peerIndex: 9 }]);
  expect(read(BRIDGE).links).toMatchObject([{ peer: null, peerIndex: null }]);
});

test("addresses are as ip shows them, without those that the kernel makes for itself", () => {
  const addr_info = [
    { family: "inet", local: "10.1.1.1", prefixlen: 32, scope: "global", address: "10.1.1.2" },
    { family: "inet", local: "10.2.0.1", prefixlen: 16, scope: "global" },
    { family: "inet6", local: "fe80::1", prefixlen: 64, scope: "link" },
    { family: "inet6", local: "2001:db8::1", prefixlen: 64, scope: "global" },
  ];
  const [link] = read({ ...END, addr_info }).links;
  expect(link?.addresses).toEqual(["inet 10.1.1.1 peer 10.1.1.2/32", "inet 10.2.0.1/16", "inet6 2001:db8::1/64"]);
});

test("where there is no ip, or an interface goes while it is asked, there is none", () => {
  expect(linksIn("")).toEqual({ links: [], settled: true });
  expect(read({}, END).links).toHaveLength(1);
});
