import { expect, test } from "bun:test";
import fc from "fast-check";
import ipaddr from "ipaddr.js";

import { addressOf, prefixOf } from "../../../lib/values/address/cidr.ts";
import { ipv4Cidr, parseIpv4Cidr } from "../../../lib/values/address/ipv4-cidr.ts";
import { IPV6, LARGE_PREFIX, NO_PREFIX, fourParts, largePart } from "../reasons.ts";
import { refusalOf } from "../refusals.ts";

const ZERO = "its prefix begins with a zero";
const SHAPE = "its prefix is the number of network bits, such as /24";

test.each(["172.17.42.99/16", "10.1.1.1/32", "10.1.1.0/31", "0.0.0.0/0", "192.168.5.1/24", "255.255.255.255/9"])(
  "%s is accepted",
  (text) => {
    expect<string>(parseIpv4Cidr(text)).toBe(text);
  },
);

test("every address with every prefix is accepted, and taken apart again", () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.integer({ min: 0, max: 32 }), (address, prefix) => {
      const parsed = parseIpv4Cidr(`${address}/${prefix}`);
      expect<string>(addressOf(parsed)).toBe(address);
      expect(prefixOf(parsed)).toBe(prefix);
    }),
  );
});

test.each(["10.1/8", "10.1.1.1/024", "010.0.0.1/8", "0x7f.1/8", "fe80::1%eth0/64", "fe80::/64"])(
  "%s is refused, though ipaddr.js reads it",
  (text) => {
    expect(() => ipaddr.parseCIDR(text)).not.toThrow();
    refusalOf(ipv4Cidr, text);
  },
);

test.each([
  ["10.1.1.1", NO_PREFIX],
  ["10.1.1.1/", NO_PREFIX],
  ["10.1.1.1/33", LARGE_PREFIX],
  ["10.1.1.1/128", LARGE_PREFIX],
  ["10.1.1.1/105", LARGE_PREFIX],
  ["10.1.1.1/024", ZERO],
  ["10.1.1.1/00", ZERO],
  ["10.1.1.1/-1", SHAPE],
  ["10.1.1.1/255.255.255.0", SHAPE],
  ["10.1.1.1/24/24", SHAPE],
  ["10.1.1.1/ 24", SHAPE],
  ["10.1.1.1/24\n", SHAPE],
  ["10.1/8", fourParts(2)],
  ["10.1.1.256/24", largePart("256")],
  ["fe80::1/64", IPV6],
  ["/24", "it is empty"],
  ["", "it is empty"],
])("%j is refused: %s", (text, reason) => {
  expect(refusalOf(ipv4Cidr, text).reason).toBe(reason);
});

test("for an address without a prefix, one with /24 is offered", () => {
  expect(refusalOf(ipv4Cidr, "10.1.1.1").tryThis).toBe("10.1.1.1/24");
});
