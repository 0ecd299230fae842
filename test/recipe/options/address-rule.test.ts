import { expect, test } from "bun:test";

import { isApartFromOutside, isLeftIn } from "../../../lib/recipe/options/address-rule.ts";
import { parseIpv4Cidr } from "../../../lib/values/address/ipv4-cidr.ts";
import { parseIpv4 } from "../../../lib/values/address/ipv4.ts";

test.each([
  ["192.168.5.1/24", null],
  ["203.0.112.9/24", null],
  ["203.0.113.9/24", "--own 203.0.113.0/24 overlaps with 203.0.113.0/24, the network outside"],
  ["203.0.113.129/30", "--own 203.0.113.128/30 overlaps with 203.0.113.0/24, the network outside"],
  ["203.0.0.1/16", "--own 203.0.0.0/16 overlaps with 203.0.113.0/24, the network outside"],
])("a network that must be apart from the one outside: %s", (own, objection) => {
  expect(isApartFromOutside("own")({ own: parseIpv4Cidr(own) })).toBe(objection);
});

test("so must an address", () => {
  expect(isApartFromOutside("to")({ to: parseIpv4("203.0.113.3") })).toBe(
    "--to 203.0.113.3 is inside of 203.0.113.0/24, the network outside",
  );
  expect(isApartFromOutside("to")({ to: parseIpv4("203.0.114.3") })).toBeNull();
});

/** The highest address that is refused, which the way out names */
const tooLow = (address: string, network: string, highest: string) =>
  `--near ${address} is taken: Docker gives containers the lowest addresses of ${network}: take one above ${highest}`;

test.each([
  // The bridge is the first host
  ["192.168.1.1/28", "192.168.1.2", tooLow("192.168.1.2", "192.168.1.0/28", "192.168.1.4")],
  ["192.168.1.1/28", "192.168.1.4", tooLow("192.168.1.4", "192.168.1.0/28", "192.168.1.4")],
  ["192.168.1.1/28", "192.168.1.5", null],
  // It is among the lowest, so that the engine of then begins with the second host, and today's with the first
  ["192.168.1.3/28", "192.168.1.1", tooLow("192.168.1.1", "192.168.1.0/28", "192.168.1.5")],
  ["192.168.1.3/28", "192.168.1.5", tooLow("192.168.1.5", "192.168.1.0/28", "192.168.1.5")],
  ["192.168.1.3/28", "192.168.1.6", null],
  // It is behind them
  ["192.168.1.14/28", "192.168.1.4", tooLow("192.168.1.4", "192.168.1.0/28", "192.168.1.4")],
  ["192.168.1.14/28", "192.168.1.5", null],
  // There are not so many
  ["192.168.1.1/30", "192.168.1.2", tooLow("192.168.1.2", "192.168.1.0/30", "192.168.1.2")],
  ["192.168.1.0/31", "192.168.1.1", tooLow("192.168.1.1", "192.168.1.0/31", "192.168.1.1")],
  ["192.168.1.1/32", "192.168.1.2", null],
])("three containers on %s, and %s", (bridge, near, objection) => {
  expect(isLeftIn("near", 3, "bridge")({ near: parseIpv4(near), bridge: parseIpv4Cidr(bridge) })).toBe(objection);
});
