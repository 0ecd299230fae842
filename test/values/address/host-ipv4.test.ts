import { expect, test } from "bun:test";

import { hostIpv4, parseHostIpv4 } from "../../../lib/values/address/host-ipv4.ts";
import { LOOPBACK, MULTICAST, THIS_NETWORK, fourParts } from "../reasons.ts";
import { refusalOf } from "../refusals.ts";

const RESERVED = "240.0.0.0/4 is reserved, and the kernel sends nothing there";

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
  ["0.0.0.0", THIS_NETWORK],
  ["0.255.255.255", THIS_NETWORK],
  ["127.0.0.1", LOOPBACK],
  ["127.255.255.255", LOOPBACK],
  ["224.0.0.1", MULTICAST],
  ["239.255.255.255", MULTICAST],
  ["240.0.0.0", RESERVED],
  ["255.255.255.254", RESERVED],
  ["255.255.255.255", "255.255.255.255/32 is broadcast, for all hosts at once"],
  ["10.1", fourParts(2)],
])("%s is refused as a host's: %s", (text, reason) => {
  expect(refusalOf(hostIpv4, text).reason).toBe(reason);
});
