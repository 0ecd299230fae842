import { expect, test } from "bun:test";
import fc from "fast-check";

import { addressFrom } from "../../../lib/values/address/address.ts";
import { addressOf, cidr, cidrOf, parseCidr, prefixOf } from "../../../lib/values/address/cidr.ts";
import { familyOf } from "../../../lib/values/address/family.ts";
import { LARGE_PREFIX, NO_PREFIX } from "../reasons.ts";
import { refusalOf } from "../refusals.ts";
import { bytesOf, groups } from "./spellings.ts";

test.each([
  ["10.1.1.1/24", "10.1.1.1/24", "inet"],
  ["::/0", "::/0", "inet6"],
  ["FD00:0::1/64", "fd00::1/64", "inet6"],
  ["fd00::1/128", "fd00::1/128", "inet6"],
] as const)("%s is %s, of %s", (text, canonical, family) => {
  expect<string>(parseCidr(text)).toBe(canonical);
  expect(familyOf(parseCidr(text))).toBe(family);
});

test("every address of IPv6 with every prefix is taken apart again", () => {
  fc.assert(
    fc.property(groups, fc.integer({ min: 0, max: 128 }), (some, prefix) => {
      const one = addressFrom(bytesOf(some)) ?? "";
      const parsed = parseCidr(`${one}/${prefix}`);
      expect<string>(addressOf(parsed)).toBe(one);
      expect(prefixOf(parsed)).toBe(prefix);
      expect(cidrOf(addressOf(parsed), prefix)).toBe(parsed);
    }),
  );
});

test.each([
  ["2001:db8::/129", "a prefix is 128 at most"],
  ["10.1.1.1/33", LARGE_PREFIX],
  ["fd00::1/064", "its prefix begins with a zero"],
  ["fd00::1/ffff::", "its prefix is the number of network bits, such as /24"],
  ["fd00::1", NO_PREFIX],
  ["fe80::1%eth0/64", "a zone such as %eth0 names a link: give the link by itself"],
])("%j is refused: %s", (text, reason) => {
  expect(refusalOf(cidr, text).reason).toBe(reason);
});

test.each([
  ["10.1.1.1", "10.1.1.1/24"],
  ["fd00::1", "fd00::1/64"],
])("for %s, which has no prefix, %s is offered", (text, offer) => {
  expect(refusalOf(cidr, text).tryThis).toBe(offer);
});
