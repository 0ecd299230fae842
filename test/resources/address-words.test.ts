/**
 * Addresses in the words that `ip address` takes.
 */
import { describe, expect, test } from "bun:test";

import type { SeenAddress } from "../../lib/netlink/see/address.ts";
import { addressName, addressWords, isGiven } from "../../lib/resources/address-words.ts";
import { address } from "../support/kernel/seen-network.ts";
import type { Printed } from "../support/kernel/printed.ts";

const PLAIN = { local: "10.0.0.1", prefix: 8 } as const;

test.each<[Partial<Printed<SeenAddress>>, string]>([
  [{}, "10.0.0.1/8 scope global"],
  [{ peer: "10.0.0.2" }, "10.0.0.1 peer 10.0.0.2/8 scope global"],
  [{ broadcast: "10.255.255.255" }, "10.0.0.1/8 broadcast 10.255.255.255 scope global"],
  [{ scope: "link" }, "10.0.0.1/8 scope link"],
  [{ scope: "77" }, "10.0.0.1/8 scope 77"],
  [{ label: "A" }, "10.0.0.1/8 scope global"],
  [{ label: "A:1" }, "10.0.0.1/8 scope global label A:1"],
  [{ metric: 7 }, "10.0.0.1/8 scope global metric 7"],
  [
    { broadcast: "10.0.0.255", label: "A:1", metric: 7, flags: ["noprefixroute"] },
    "10.0.0.1/8 broadcast 10.0.0.255 scope global label A:1 metric 7 noprefixroute",
  ],
  [{ flags: ["nodad", "home", "mngtmpaddr", "autojoin"] }, "10.0.0.1/8 scope global nodad home mngtmpaddr autojoin"],
  [{ family: "inet6", local: "fd00::1", prefix: 64 }, "fd00::1/64 scope global"],
])("%j on A is %j", (seen, words) => {
  expect(addressWords(address({ ...PLAIN, ...seen }), "A")).toBe(words);
});

test.each([
  ["10.0.0.1/8 scope global", "10.0.0.1/8"],
  ["10.0.0.1/8 broadcast 10.255.255.255 scope global label A:1 metric 7 noprefixroute", "10.0.0.1/8"],
  ["10.0.0.1 peer 10.0.0.2/8 scope link", "10.0.0.1 peer 10.0.0.2/8"],
  ["10.0.0.1/8", "10.0.0.1/8"],
])("%j is named by %j", (words, name) => {
  expect(addressName(words)).toBe(name);
});

describe("an address that somebody has given", () => {
  test.each(["link", "host"])("is none of IPv6 and of scope %s: that is the kernel's own", (scope) => {
    expect(isGiven({ ...address("fe80::1/64"), scope })).toBe(false);
    expect(isGiven({ ...address("10.0.0.1/8"), scope })).toBe(true);
  });

  test("is one of IPv6 of any other scope", () => {
    expect(isGiven(address("fd00::1/64"))).toBe(true);
    expect(isGiven({ ...address("fd00::1/64"), scope: "site" })).toBe(true);
  });
});
