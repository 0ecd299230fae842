import { expect, test } from "bun:test";
import fc from "fast-check";
import ipaddr from "ipaddr.js";

import { ipv4, parseIpv4 } from "../../../lib/values/address/ipv4.ts";
import { IPV6, fourParts, largePart } from "../reasons.ts";
import { refusalOf } from "../refusals.ts";

const BLANK = "it has a blank in it";
const DOT = "a dot stands between two numbers";
const HEXADECIMAL = "its parts are decimal, not hexadecimal";
const ZONE = "a zone such as %eth0 belongs to IPv6, and recipes wire IPv4";
const SHAPE = "it is four decimal numbers with dots, such as 10.1.1.1";

test.each([
  "10.1.1.1",
  "0.0.0.0",
  "255.255.255.255",
  "172.17.42.1",
  "192.168.5.0",
  "100.105.1.200",
  "224.0.0.1",
  "127.0.0.1",
])("%s is accepted", (text) => {
  expect<string>(parseIpv4(text)).toBe(text);
});

test("every address of four decimal parts is accepted as it is", () => {
  fc.assert(fc.property(fc.ipV4(), (text) => `${parseIpv4(text)}` === text));
});

test.each([
  "10.1",
  "1",
  "010.0.0.1",
  "0x7f.1",
  "0x7f.0.0.1",
  "10.1.65535",
  "4294967295",
  "fe80::1%eth0",
  "::ffff:10.1.1.1",
])("%s is refused, though ipaddr.js reads it", (text) => {
  expect(ipaddr.isValid(text)).toBe(true);
  refusalOf(ipv4, text);
});

const OCTAL = "a leading zero makes a part octal to some programs";

test.each([
  ["", "it is empty"],
  [" 10.1.1.1", BLANK],
  ["10.1.1.1\n", BLANK],
  ["10. 1.1.1", BLANK],
  ["10.1.1.1\u00A0", BLANK],
  ["10.1", fourParts(2)],
  ["1", fourParts(1)],
  ["10.1.1", fourParts(3)],
  ["10.1.1.1.1", fourParts(5)],
  ["10.1.1.", DOT],
  [".1.1.1", DOT],
  ["10..1.1", DOT],
  ["010.0.0.1", OCTAL],
  ["10.0.0.01", OCTAL],
  ["10.00.0.1", OCTAL],
  ["0x7f.1", HEXADECIMAL],
  ["0X7F.0.0.1", HEXADECIMAL],
  ["10.0.0.0x1", HEXADECIMAL],
  ["10.1.1.256", largePart("256")],
  ["999.1.1.1", largePart("999")],
  [`10.1.1.${"9".repeat(500)}`, `${largePart("9".repeat(64))}… (500 characters)`],
  ["fe80::1%eth0", ZONE],
  ["10.1.1.1%eth0", ZONE],
  ["fe80::1", IPV6],
  ["::", IPV6],
  ["::ffff:10.1.1.1", IPV6],
  ["2001:db8:0:0:0:0:0:1", IPV6],
  ["10.1.1.1/24", "it has a prefix: give only the address"],
  ["10.1.1.1:80", SHAPE],
  ["10.1.1.-1", SHAPE],
  ["10,1,1,1", SHAPE],
  ["localhost", SHAPE],
  ["10x.1.1.1", SHAPE],
  ["١٠.1.1.1", SHAPE],
])("%j is refused: %s", (text, reason) => {
  expect(refusalOf(ipv4, text).reason).toBe(reason);
});
