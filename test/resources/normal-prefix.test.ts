/**
 * Addresses and networks as the kernel prints them, however they are typed.
 */
import { expect, test } from "bun:test";

import { normalPrefix } from "../../lib/resources/normal-prefix.ts";

test.each([
  ...["default", "any", "all", "0/0", "0.0.0.0/0", "::/0"].map((destination) => [destination, "default"] as const),
  ["10.0.0.1/32", "10.0.0.1"],
  ["10.0.0.1", "10.0.0.1"],
  ["10.0.0.0/8", "10.0.0.0/8"],
  ["fd00::1/128", "fd00::1"],
  ["fd00::/32", "fd00::/32"],
  ["fd00::/8", "fd00::/8"],
  ["0.0.0.0", "0.0.0.0"],
  ["0.0.0.0/8", "0.0.0.0/8"],
  ["10/8", "10.0.0.0/8"],
  ["10.1/16", "10.1.0.0/16"],
  ["10.0.0.0/255.0.0.0", "10.0.0.0/8"],
  ["fd00:0:0::1", "fd00::1"],
  ["FD00::/8", "fd00::/8"],
  ["fd00::1/64", "fd00::/64"],
  ["0::/0", "default"],
  ["10.1.2.3/8", "10.0.0.0/8"],
  ["10.0.0.1/33", "10.0.0.1/33"],
  ["10.0.0.1/255.0.255.0", "10.0.0.1/255.0.255.0"],
  ["300.0.0.1", "300.0.0.1"],
  ["::ffff:10.0.0.1", "::ffff:10.0.0.1"],
  ["x", "x"],
])("%s is printed as %s", (typed, printed) => {
  expect(normalPrefix(typed)).toBe(printed);
});
