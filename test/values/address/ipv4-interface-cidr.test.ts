import { expect, test } from "bun:test";

import { ipv4InterfaceCidr, parseIpv4InterfaceCidr } from "../../../lib/values/address/ipv4-interface-cidr.ts";
import { LARGE_PREFIX, LOOPBACK, MULTICAST, NO_PREFIX, THIS_NETWORK, fourParts } from "../reasons.ts";
import { refusalOf } from "../refusals.ts";

const noHost = (which: "network" | "broadcast", address: string, network: string) =>
  `${address} is the ${which} address of ${network}`;

test.each([
  "172.17.42.99/16",
  "192.168.5.1/24",
  "10.1.1.1/32",
  "10.1.1.0/31",
  "10.1.1.0/32",
  "10.1.255.0/16",
  "10.0.1.255/16",
])("a host may be %s", (text) => {
  expect<string>(parseIpv4InterfaceCidr(text)).toBe(text);
});

test.each([
  ["10.1.1.0/24", noHost("network", "10.1.1.0", "10.1.1.0/24"), "10.1.1.1/24"],
  ["10.1.1.255/24", noHost("broadcast", "10.1.1.255", "10.1.1.0/24"), "10.1.1.1/24"],
  ["10.1.1.127/25", noHost("broadcast", "10.1.1.127", "10.1.1.0/25"), "10.1.1.1/25"],
  ["172.17.0.0/16", noHost("network", "172.17.0.0", "172.17.0.0/16"), "172.17.0.1/16"],
  ["127.0.0.1/8", LOOPBACK, null],
  ["224.0.0.1/24", MULTICAST, null],
  ["0.0.0.0/0", THIS_NETWORK, null],
  ["0.0.0.1/32", THIS_NETWORK, null],
  ["10.1.1.1", NO_PREFIX, "10.1.1.1/24"],
  ["10.1.1.7", NO_PREFIX, "10.1.1.7/24"],
  ["10.1.1.0", NO_PREFIX, "10.1.1.1/24"],
  ["127.0.0.1", NO_PREFIX, null],
  ["10.1/8", fourParts(2), null],
  ["10.1.1.1/33", LARGE_PREFIX, null],
])("a host may not be %s: %s", (text, reason, offer) => {
  expect(refusalOf(ipv4InterfaceCidr, text)).toMatchObject({
    reason,
    tryThis: offer,
  });
});
