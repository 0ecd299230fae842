import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import ipaddr from "ipaddr.js";

import { address, addressBytes, addressFrom, parseAddress } from "../../../lib/values/address/address.ts";
import { familyOf } from "../../../lib/values/address/family.ts";
import { ipv6Text } from "../../../lib/values/address/ipv6-text.ts";
import { fourParts, largePart } from "../reasons.ts";
import { refusalOf } from "../refusals.ts";
import { bytesOf, groups, spelled } from "./spellings.ts";

test.each([
  ["10.1.1.1", "inet"],
  ["::", "inet6"],
  ["fe80::1", "inet6"],
  ["::ffff:10.1.1.1", "inet6"],
  ["::10.1.1.1", "inet6"],
] as const)("%s stays as it is, and is of %s", (text, family) => {
  expect<string>(parseAddress(text)).toBe(text);
  expect(familyOf(parseAddress(text))).toBe(family);
});

test.each([
  ["FE80:0:0::0001", "fe80::1"],
  ["2001:db8:0:0:0:0:2:1", "2001:db8::2:1"],
  ["2001:db8::1:1:1:1:1", "2001:db8:0:1:1:1:1:1"],
  ["2001:0:0:1::1", "2001:0:0:1::1"],
  ["2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"],
  ["1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"],
  ["::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"],
  ["0:0:0:0:0:FFFF:0a01:0101", "::ffff:10.1.1.1"],
  ["64:ff9b::192.0.2.1", "64:ff9b::c000:201"],
])("%s is the same address as %s", (text, canonical) => {
  expect<string>(parseAddress(text)).toBe(canonical);
  expect(parseAddress(text)).toBe(parseAddress(canonical));
});

describe("of IPv6", () => {
  test("the canonical text of any bytes is itself when it is parsed, and has these bytes", () => {
    fc.assert(
      fc.property(groups, (one) => {
        const text = ipv6Text(bytesOf(one));
        expect<string>(parseAddress(text)).toBe(text);
        expect([...addressBytes(parseAddress(text))]).toEqual([...bytesOf(one)]);
      }),
    );
  });

  test("any spelling of the same bytes is the same value", () => {
    fc.assert(
      fc.property(spelled, ({ address: one, text }) => {
        expect<string>(parseAddress(text)).toBe(ipv6Text(bytesOf(one)));
      }),
      { numRuns: 2000 },
    );
  });
});

test("bytes and the address that they are belong together, in both families", () => {
  const bytes = fc.oneof(
    fc.uint8Array({ minLength: 4, maxLength: 4 }),
    fc.uint8Array({ minLength: 16, maxLength: 16 }),
  );
  fc.assert(
    fc.property(bytes, (some) => {
      const one = addressFrom(some);
      expect(one === null ? null : [...addressBytes(one)]).toEqual([...some]);
    }),
  );
});

test.each([0, 3, 5, 15, 17])("%d bytes are no address", (length) => {
  expect(addressFrom(new Uint8Array(length))).toBeNull();
});

test.each(["10.1", "010.0.0.1", "0x7f.0.0.1", "fe80::1%eth0", "::ffff:010.0.0.1", "::ffff:0x1.2.3.4"])(
  "%s is refused, though ipaddr.js reads it",
  (text) => {
    expect(ipaddr.isValid(text)).toBe(true);
    refusalOf(address, text);
  },
);

test("an IPv4-compatible address is itself, though ipaddr.js reads it as the mapped one", () => {
  expect(ipaddr.parse("::1.2.3.4").toNormalizedString()).toBe("0:0:0:0:0:ffff:102:304");
  expect([...addressBytes(parseAddress("::1.2.3.4"))]).toEqual([...Array(12).fill(0), 1, 2, 3, 4]);
});

const ZONE = "a zone such as %eth0 names a link: give the link by itself";
const SHAPE = "it is hexadecimal groups with colons, such as 2001:db8::1";
const BETWEEN = "a colon stands between two groups";
const ONCE = ":: may stand for zeros only once, as two would be ambiguous";
const eightGroups = (count: number) => `it has eight groups, and this has ${count}`;
const besideZeros = (count: number) => `:: stands for one group at least, and this has ${count} beside it`;

test.each([
  ["", "it is empty"],
  ["fe80:: 1", "it has a blank in it"],
  ["fe80::1%eth0", ZONE],
  ["fe80::1/64", "it has a prefix: give only the address"],
  ["10.1", fourParts(2)],
  ["::ffff:1.2.3", fourParts(3)],
  ["::ffff:1.2.3.256", largePart("256")],
  ["g::1", SHAPE],
  ["1.2.3.4::", SHAPE],
  ["[::1]", SHAPE],
  [":::", "a group stands between two colons, or nothing between just two"],
  ["1::2::3", ONCE],
  [":1:2:3:4:5:6:7:8", BETWEEN],
  ["1:2:3:4:5:6:7:", BETWEEN],
  [":", BETWEEN],
  ["12345::", "a group has four digits at most"],
  ["1:2:3:4:5:6:7", eightGroups(7)],
  ["1:2:3:4:5:6:7:8:9", eightGroups(9)],
  ["1:2:3:4:5:6:7:1.2.3.4", eightGroups(9)],
  ["1:2:3:4::5:6:7:8", besideZeros(8)],
  ["1:2:3:4:5:6::1.2.3.4", besideZeros(8)],
])("%j is refused: %s", (text, reason) => {
  expect(refusalOf(address, text).reason).toBe(reason);
});
