import { expect, test } from "bun:test";

import {
  apart,
  different,
  gatewayInside,
  isBetween,
  isNot,
  isRange,
  roomFor,
} from "../../../lib/recipe/options/option-rule.ts";
import { parseIpv4Cidr } from "../../../lib/values/address/ipv4-cidr.ts";
import { parseIpv4 } from "../../../lib/values/address/ipv4.ts";

const outside = (way: string, network: string) => `--way ${way} is outside ${network}, the network of --own`;
const edge = (way: string, network: string) => `--way ${way} is the network's or the broadcast address of ${network}`;
const room = (network: string, hosts: number) =>
  `--address: ${network} has room for ${hosts} of the 3 hosts needed; use a /29`;
const notBetween = (closed: number) => `--closed ${closed} is not between --first 80 and --last 82`;

test.each([
  ["10.1.1.1", "10.1.1.2", null],
  ["10.1.1.1", "10.1.1.1", '--from and --to are both "10.1.1.1"'],
])("%s and %s", (from, to, objection) => {
  expect(different("from", "to")({ from, to })).toBe(objection);
});

test.each([
  ["192.168.5.1/24", "192.168.6.1/24", null],
  ["192.168.5.1/25", "192.168.5.129/25", null],
  ["192.168.5.1/24", "192.168.5.9/24", "--here 192.168.5.0/24 and --there 192.168.5.0/24 overlap"],
  ["10.0.0.1/8", "10.9.0.1/24", "--here 10.0.0.0/8 and --there 10.9.0.0/24 overlap"],
])("networks that must be apart: %s and %s", (here, there, objection) => {
  expect(apart("here", "there")({ here: parseIpv4Cidr(here), there: parseIpv4Cidr(there) })).toBe(objection);
});

test.each([
  ["172.17.42.1", "172.17.42.99/16", null],
  ["192.168.5.2", "192.168.5.1/30", null],
  ["10.0.0.1", "172.17.42.99/16", outside("10.0.0.1", "172.17.0.0/16")],
  ["192.168.5.4", "192.168.5.1/30", outside("192.168.5.4", "192.168.5.0/30")],
  ["192.168.5.3", "192.168.5.1/30", edge("192.168.5.3", "192.168.5.0/30")],
  ["192.168.5.0", "192.168.5.1/30", edge("192.168.5.0", "192.168.5.0/30")],
  ["172.17.42.9", "172.17.42.9/16", "--way and --own are both 172.17.42.9"],
])("gateway %s of %s", (way, own, objection) => {
  expect(gatewayInside("way", "own")({ way: parseIpv4(way), own: parseIpv4Cidr(own) })).toBe(objection);
});

test.each([
  ["bridge0", null],
  ["docker0", '--bridge cannot be "docker0", which is taken'],
])("a name that is taken: %s", (bridge, objection) => {
  expect(isNot("bridge", "docker0", "which is taken")({ bridge })).toBe(objection);
});

test.each([
  ["192.168.5.1/29", null],
  ["192.168.5.1/30", room("192.168.5.0/30", 2)],
  ["192.168.5.1/32", room("192.168.5.1/32", 1)],
  [
    "10.0.0.1/0",
    '--address: the first host of 0.0.0.0/0 cannot be a host\'s address, as 0.0.0.0/8 means "this network", not a host in it',
  ],
])("three hosts on %s", (address, objection) => {
  expect(roomFor(3, "address")({ address: parseIpv4Cidr(address) })).toBe(objection);
});

test.each([
  [8080, 8080, null],
  [8080, 8100, null],
  [8080, 8101, "--last 8101 is 21 above --first 8080: the range may end at most 20 above it"],
  [8080, 8079, "--last 8079 is below --first 8080, the beginning of the range"],
])("a range from %d to %d", (first, last, objection) => {
  expect(isRange("first", "last", 20)({ first, last })).toBe(objection);
});

test.each([
  [81, null],
  [80, notBetween(80)],
  [82, notBetween(82)],
  [90, notBetween(90)],
])("%d between 80 and 82", (closed, objection) => {
  expect(isBetween("closed", "first", "last")({ closed, first: 80, last: 82 })).toBe(objection);
});
