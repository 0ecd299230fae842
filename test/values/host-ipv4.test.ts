import { expect, test } from "bun:test";

import { hostIpv4, parseHostIpv4 } from "../../lib/values/host-ipv4.ts";
import { refusalOf } from "./refusals.ts";

test.each([
  ["of RFC 1918", "10.1.1.1"],
  ["just after this network", "1.0.0.0"],
  ["just before loopback", "126.255.255.255"],
  ["just after loopback", "128.0.0.0"],
  ["just before multicast", "223.255.255.255"],
  ["link-local", "169.254.1.1"],
  ["for documentation", "192.0.2.1"],
  ["shared by a carrier's customers", "100.64.0.1"],
])("an address %s may be a host's", (_, text) => {
  expect<string>(parseHostIpv4(text)).toBe(text);
});

test.each([
  ["0.0.0.0", '0.0.0.0/8 means "this network" and nobody in it'],
  ["0.255.255.255", '0.0.0.0/8 means "this network" and nobody in it'],
  ["127.0.0.1", "127.0.0.0/8 is loopback and never leaves its own host"],
  ["127.255.255.255", "127.0.0.0/8 is loopback and never leaves its own host"],
  ["224.0.0.1", "224.0.0.0/4 is multicast, for groups of hosts"],
  ["239.255.255.255", "224.0.0.0/4 is multicast, for groups of hosts"],
  ["240.0.0.0", "240.0.0.0/4 is reserved, and the kernel sends nothing there"],
  ["255.255.255.254", "240.0.0.0/4 is reserved, and the kernel sends nothing there"],
  ["255.255.255.255", "255.255.255.255/32 is broadcast, for all hosts at once"],
  ["10.1", "it has four parts, and this has 2"],
])("%s is refused as a host's: %s", (text, reason) => {
  expect(refusalOf(hostIpv4, text).reason).toBe(reason);
});
