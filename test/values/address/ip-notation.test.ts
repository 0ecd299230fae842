/** How the real `ip` reads and prints these is asked in ip-notation-kernel.test.ts. */
import { expect, test } from "bun:test";
import fc from "fast-check";

import { addressFrom } from "../../../lib/values/address/address.ts";
import { cidrOf } from "../../../lib/values/address/cidr.ts";
import { printIpPrefix, readIpAddress, readIpCidr, readIpPrefix } from "../../../lib/values/address/ip-notation.ts";
import { networkOf, parseSubnet } from "../../../lib/values/address/subnet.ts";
import { bytesOf, groups } from "./spellings.ts";

test.each([
  ...["default", "any", "all", "0/0", "0.0.0.0/0"].map((typed) => [typed, "inet", "default"] as const),
  ...["default", "any", "all", "::/0", "0::/0"].map((typed) => [typed, "inet6", "default"] as const),
  ["10.0.0.1/32", "inet", "10.0.0.1"],
  ["10.0.0.1", "inet", "10.0.0.1"],
  ["10.0.0.0/8", "inet", "10.0.0.0/8"],
  ["0.0.0.0", "inet", "0.0.0.0"],
  ["0.0.0.0/8", "inet", "0.0.0.0/8"],
  ["10/8", "inet", "10.0.0.0/8"],
  ["10.1/16", "inet", "10.1.0.0/16"],
  ["10.1.2.3/8", "inet", "10.0.0.0/8"],
  ["10.0.0.0/255.0.0.0", "inet", "10.0.0.0/8"],
  ["010.0x10.0.0/020", "inet", "8.16.0.0/16"],
  ["fd00::1/128", "inet6", "fd00::1"],
  ["FD00::/8", "inet6", "fd00::/8"],
  ["fd00:0:0::1", "inet6", "fd00::1"],
  ["fd00::1/64", "inet6", "fd00::/64"],
  ["::ffff:10.0.0.1", "inet6", "::ffff:10.0.0.1"],
] as const)("%s, of %s, is printed as %s", (typed, family, printed) => {
  const network = readIpPrefix(typed, family);
  expect(network === null ? null : printIpPrefix(network)).toBe(printed);
});

test.each([
  ["10.0.0.1/33", "inet"],
  ["10.0.0.1/255.0.255.0", "inet"],
  ["10.0.0.1/", "inet"],
  ["300.0.0.1", "inet"],
  ["1.2.3.4.5", "inet"],
  ["default/8", "inet"],
  ["x", "inet"],
  ["", "inet"],
  ["fd00::/8", "inet"],
  ["10.0.0.0/8", "inet6"],
  ["fd00::/129", "inet6"],
  ["fe80::1%eth0", "inet6"],
] as const)("%s is no network of %s", (typed, family) => {
  expect(readIpPrefix(typed, family)).toBeNull();
});

test.each([
  ["10.1.1.1", "10.1.1.1/32"],
  ["10.1.1.1/24", "10.1.1.1/24"],
  ["fd00::1", "fd00::1/128"],
  ["FD00:0::1/64", "fd00::1/64"],
])("as the address of a link %s is %s", (typed, read) => {
  expect<string | null>(readIpCidr(typed)).toBe(read);
});

test.each(["default", "10.1.1.1/24", "fe80::1%eth0", "08.1.1.1", "10.1.1.1 ", "1::2::3"])(
  "%s is no address alone",
  (typed) => {
    expect(readIpAddress(typed)).toBeNull();
  },
);

test("what is printed is read again as the same network, in both families", () => {
  const bytes = fc.oneof(groups.map(bytesOf), fc.uint8Array({ minLength: 4, maxLength: 4 }));
  fc.assert(
    fc.property(bytes, fc.nat({ max: 128 }), (some, length) => {
      const one = addressFrom(some);
      if (one === null) throw new Error("these are the bytes of an address");
      const network = networkOf(cidrOf(one, length % (8 * some.byteLength + 1)));
      expect(readIpPrefix(printIpPrefix(network), some.byteLength === 4 ? "inet" : "inet6")).toBe(network);
      expect(parseSubnet(network)).toBe(network);
    }),
  );
});
