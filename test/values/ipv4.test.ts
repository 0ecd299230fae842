import { expect, test } from "bun:test";
import fc from "fast-check";
import ipaddr from "ipaddr.js";

import { ipv4, parseIpv4 } from "../../lib/values/ipv4.ts";
import { refusalOf } from "./refusals.ts";

test.each(["10.1.1.1", "0.0.0.0", "255.255.255.255", "172.17.42.1", "192.168.5.0", "224.0.0.1", "127.0.0.1"])(
  "%s is accepted",
  (text) => {
    expect<string>(parseIpv4(text)).toBe(text);
  },
);

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

const IPV6 = "it looks like IPv6, and recipes wire IPv4";
const OCTAL = "a leading zero makes a part octal to some programs";

test.each([
  ["", "it is empty"],
  [" 10.1.1.1", "it has a blank in it"],
  ["10.1.1.1\n", "it has a blank in it"],
  ["10. 1.1.1", "it has a blank in it"],
  ["10.1.1.1\u00A0", "it has a blank in it"],
  ["10.1", "it has four parts, and this has 2"],
  ["1", "it has four parts, and this has 1"],
  ["10.1.1", "it has four parts, and this has 3"],
  ["10.1.1.1.1", "it has four parts, and this has 5"],
  ["10.1.1.", "a dot stands between two numbers"],
  [".1.1.1", "a dot stands between two numbers"],
  ["10..1.1", "a dot stands between two numbers"],
  ["010.0.0.1", OCTAL],
  ["10.0.0.01", OCTAL],
  ["10.00.0.1", OCTAL],
  ["0x7f.1", "its parts are decimal, not hexadecimal"],
  ["0X7F.0.0.1", "its parts are decimal, not hexadecimal"],
  ["10.0.0.0x1", "its parts are decimal, not hexadecimal"],
  ["10.1.1.256", 'a part is 255 at most, and this has "256"'],
  ["999.1.1.1", 'a part is 255 at most, and this has "999"'],
  [`10.1.1.${"9".repeat(500)}`, `a part is 255 at most, and this has "${"9".repeat(64)}"… (500 characters)`],
  ["fe80::1%eth0", "a zone such as %eth0 belongs to IPv6, and recipes wire IPv4"],
  ["10.1.1.1%eth0", "a zone such as %eth0 belongs to IPv6, and recipes wire IPv4"],
  ["fe80::1", IPV6],
  ["::", IPV6],
  ["::ffff:10.1.1.1", IPV6],
  ["2001:db8:0:0:0:0:0:1", IPV6],
  ["10.1.1.1/24", "it has a prefix, and the address alone is wanted"],
  ["10.1.1.1:80", "it is four decimal numbers with dots, such as 10.1.1.1"],
  ["10.1.1.-1", "it is four decimal numbers with dots, such as 10.1.1.1"],
  ["10,1,1,1", "it is four decimal numbers with dots, such as 10.1.1.1"],
  ["localhost", "it is four decimal numbers with dots, such as 10.1.1.1"],
  ["١٠.1.1.1", "it is four decimal numbers with dots, such as 10.1.1.1"],
])("%j is refused: %s", (text, reason) => {
  expect(refusalOf(ipv4, text).reason).toBe(reason);
});
