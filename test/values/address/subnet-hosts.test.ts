/** Hosts of a subnet, at its edges: /30, where two are left, /31 and /32, which have no addresses to spare. */
import { describe, expect, test } from "bun:test";

import { parseCidr } from "../../../lib/values/address/cidr.ts";
import { parseIpv4 } from "../../../lib/values/address/ipv4.ts";
import {
  hostAt,
  hostBeside,
  hostCount,
  isUsableHost,
  outermostHosts,
} from "../../../lib/values/address/subnet-hosts.ts";

const SUBNETS = [
  { subnet: "10.1.1.0/24", count: 254, hosts: [1, 2, 253, 254], none: [0, 255, 256, -1] },
  { subnet: "10.1.1.4/30", count: 2, hosts: [1, 2], none: [0, 3, 4, -1] },
  { subnet: "10.1.1.4/31", count: 2, hosts: [0, 1], none: [2, -1] },
  { subnet: "10.1.1.4/32", count: 1, hosts: [0], none: [1, -1] },
  { subnet: "0.0.0.0/0", count: 2 ** 32 - 2, hosts: [1, 2 ** 32 - 2], none: [0, 2 ** 32 - 1] },
] as const;

describe.each(SUBNETS)("$subnet", ({ subnet, count, hosts, none }) => {
  const cidr = parseCidr(subnet);

  test(`has ${count} hosts`, () => {
    expect(hostCount(cidr)).toBe(count);
  });

  test.each([...hosts])("has a host %d, which may use its address", (number) => {
    const address = hostAt(cidr, number);
    expect(numberOf(address) - numberOf(cidr)).toBe(number);
    expect(isUsableHost(cidr, address)).toBe(true);
  });

  test.each([...none])("has no host %d", (number) => {
    expect(() => hostAt(cidr, number)).toThrow(RangeError);
  });

  test("has the first and the last of them at its ends", () => {
    expect(outermostHosts(cidr)).toEqual([hostAt(cidr, hosts[0]), hostAt(cidr, hosts.at(-1) ?? 0)]);
  });

  test("has no half a host", () => {
    expect(() => hostAt(cidr, 0.5)).toThrow(RangeError);
  });
});

test.each([
  ["10.1.1.0/24", "10.1.1.0", "the network's own"],
  ["10.1.1.0/24", "10.1.1.255", "broadcast"],
  ["10.1.1.0/24", "10.1.2.1", "outside"],
  ["10.1.1.4/31", "10.1.1.6", "outside"],
])("in %s no host may have %s: it is %s", (subnet, address) => {
  expect(isUsableHost(parseCidr(subnet), parseIpv4(address))).toBe(false);
});

test.each([
  ["192.168.5.1/24", ["192.168.5.2", "192.168.5.3"]],
  ["192.168.5.2/24", ["192.168.5.1", "192.168.5.3"]],
  ["192.168.5.3/24", ["192.168.5.1", "192.168.5.2"]],
  ["192.168.5.0/24", ["192.168.5.1", "192.168.5.2"]],
  ["192.168.5.5/30", ["192.168.5.6"]],
  ["192.168.5.4/31", ["192.168.5.5"]],
  ["192.168.5.5/31", ["192.168.5.4"]],
])("beside %s are %j", (own, others) => {
  expect(others.map((_, place) => hostBeside(parseCidr(own), place + 1)).map(String)).toEqual([...others]);
});

function numberOf(address: string): number {
  return address
    .replace(/\/.*/, "")
    .split(".")
    .reduce((sum, part) => sum * 256 + Number(part), 0);
}
