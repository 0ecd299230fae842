/**
 * Which entries there are in a list, and whose they are.
 */
import { describe, expect, test } from "bun:test";

import { entriesIn, type EntryList } from "../../lib/resources/entry.ts";
import { networkWith, type Told } from "../support/kernel/seen-network.ts";

const TOLD: Told = {
  links: {
    A: { addresses: ["10.1.0.1/24", "fd00::1/64", { local: "fe80::1", family: "inet6", scope: "link", prefix: 64 }] },
    B: { addresses: ["10.2.0.1/24"] },
  },
  routes: [
    { gateway: "10.1.0.9", dev: "A" },
    { family: "inet6", gateway: "fd00::9", dev: "A" },
    { destination: "10.1.0.0/24", dev: "A", protocol: "kernel" },
    { destination: "fd00::/64", dev: "A", protocol: "ra", metric: 7 },
    { destination: "10.2.0.0/24", dev: "B", unread: "8:07" },
    { destination: "10.3.0.1", type: "blackhole" },
  ],
  rules: [{ priority: 7 }, { priority: 8, family: "inet6" }, { priority: 9, unread: "19:01" }],
  neighbours: [
    { destination: "10.1.0.9", dev: "A" },
    { destination: "10.1.0.9", dev: "B", state: "passing" },
    { destination: "fd00::9", dev: "A" },
  ],
};

const [FOUR, SIX] = [
  { family: "inet", isWhole: true, isOfKernel: false },
  { family: "inet6", isWhole: true, isOfKernel: false },
] as const;

test.each<[EntryList, readonly object[]]>([
  [
    { of: "address", link: "A" },
    [
      { ...FOUR, words: "10.1.0.1/24 scope global", dev: "A" },
      { ...SIX, words: "fd00::1/64 scope global", dev: "A" },
    ],
  ],
  [{ of: "address", link: "x" }, []],
  [{ of: "route", family: "inet", to: "0/0" }, [{ ...FOUR, words: "default via 10.1.0.9 dev A", dev: "A" }]],
  [{ of: "route", family: "inet6", to: "any" }, [{ ...SIX, words: "default via fd00::9 dev A", dev: "A" }]],
  [{ of: "route", family: "inet", to: "10.3.0.1/32" }, [{ ...FOUR, words: "blackhole 10.3.0.1", dev: null }]],
  [{ of: "route", family: "inet", to: "10.3.0.0/24" }, []],
  [
    { of: "route", over: "A" },
    [
      { ...FOUR, words: "default via 10.1.0.9 dev A", dev: "A" },
      { ...SIX, words: "default via fd00::9 dev A", dev: "A" },
      { family: "inet", isWhole: true, words: "10.1.0.0/24 dev A proto kernel", dev: "A", isOfKernel: true },
      { family: "inet6", isWhole: true, words: "fd00::/64 dev A proto ra metric 7", dev: "A", isOfKernel: true },
    ],
  ],
  [{ of: "route", over: "B" }, [{ ...FOUR, words: "[8:07]", isWhole: false, dev: "B" }]],
  [{ of: "route", over: "x" }, []],
  [
    { of: "rule", family: "inet" },
    [
      { ...FOUR, words: "pref 7 from all lookup main", dev: null },
      { ...FOUR, words: "[19:01]", isWhole: false, dev: null },
    ],
  ],
  [{ of: "rule", family: "inet6" }, [{ ...SIX, words: "pref 8 from all lookup main", dev: null }]],
  [
    { of: "neighbour", address: "10.1.0.9" },
    [
      { ...FOUR, words: "10.1.0.9 dev A nud permanent", dev: "A" },
      { family: "inet", isWhole: true, words: "10.1.0.9 dev B", dev: "B", isOfKernel: true },
    ],
  ],
  [{ of: "neighbour", address: "fd00::9" }, [{ ...SIX, words: "fd00::9 dev A nud permanent", dev: "A" }]],
  [{ of: "neighbour", address: "10.1.0.8" }, []],
  [
    { of: "neighbour", over: "A" },
    [
      { ...FOUR, words: "10.1.0.9 dev A nud permanent", dev: "A" },
      { ...SIX, words: "fd00::9 dev A nud permanent", dev: "A" },
    ],
  ],
])("%j has %j", (list, entries) => {
  expect<unknown>(entriesIn(networkWith(TOLD), list)).toEqual(entries);
});

describe("a destination that is typed in another way", () => {
  test.each(["FD00::9", "fd00:0:0::9", "fd00::0009"])("is the same neighbour: %s", (address) => {
    expect(entriesIn(networkWith(TOLD), { of: "neighbour", address })).toHaveLength(1);
  });
});
