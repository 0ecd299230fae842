import { expect, test } from "bun:test";

import { interfaceCidr, parseInterfaceCidr } from "../../lib/values/interface-cidr.ts";
import { refusalOf } from "./refusals.ts";

test.each([
  "172.17.42.99/16",
  "192.168.5.1/24",
  "10.1.1.1/32",
  "10.1.1.0/31",
  "10.1.1.0/32",
  "10.1.255.0/16",
  "10.0.1.255/16",
])("a host may be %s", (text) => {
  expect<string>(parseInterfaceCidr(text)).toBe(text);
});

test.each([
  ["10.1.1.0/24", "10.1.1.0 is the network address of 10.1.1.0/24", "10.1.1.1/24"],
  ["10.1.1.255/24", "10.1.1.255 is the broadcast address of 10.1.1.0/24", "10.1.1.1/24"],
  ["10.1.1.127/25", "10.1.1.127 is the broadcast address of 10.1.1.0/25", "10.1.1.1/25"],
  ["172.17.0.0/16", "172.17.0.0 is the network address of 172.17.0.0/16", "172.17.0.1/16"],
  ["127.0.0.1/8", "127.0.0.0/8 is loopback and never leaves its own host", null],
  ["224.0.0.1/24", "224.0.0.0/4 is multicast, for groups of hosts", null],
  ["0.0.0.0/0", '0.0.0.0/8 means "this network" and nobody in it', null],
  ["0.0.0.1/32", '0.0.0.0/8 means "this network" and nobody in it', null],
  ["10.1.1.1", "it has no prefix: add one such as /24", "10.1.1.1/24"],
  ["10.1.1.0", "it has no prefix: add one such as /24", "10.1.1.1/24"],
  ["10.1/8", "it has four parts, and this has 2", null],
  ["10.1.1.1/33", "a prefix is 32 at most", null],
])("a host may not be %s: %s", (text, reason, offer) => {
  expect(refusalOf(interfaceCidr, text)).toMatchObject({
    reason,
    tryThis: offer,
  });
});
