import { expect, test } from "bun:test";

import {
  isAddressOn,
  isApartFrom,
  isBeside,
  isLeftOn,
  isNewOn,
} from "../../../lib/recipe/options/live-address-rule.ts";
import type { LiveHost } from "../../../lib/recipe/run/live-host.ts";
import { type Ipv4Cidr, parseIpv4Cidr } from "../../../lib/values/address/ipv4-cidr.ts";
import { parseIpv4 } from "../../../lib/values/address/ipv4.ts";
import { naming } from "../../support/naming.ts";

const netmask = (own: string) => `--own ${own} must have the prefix length of docker0: 172.17.42.99/16`;
const notOwn = (way: string, bridge: string, own: string) =>
  `--way ${way} is not the address of ${bridge}, which has ${own}`;

/** A host with one bridge */
function hostWith(bridge: string, address: Ipv4Cidr | null): LiveHost {
  return { interface: async (name) => (name === bridge ? { isBridge: true, address } : null) };
}

const host = hostWith("docker0", parseIpv4Cidr("172.17.42.1/16"));

test.each([
  ["172.17.3.4/16", null],
  ["172.18.3.4/16", "--own 172.18.3.4 is outside 172.17.0.0/16, the network of docker0"],
  ["172.17.42.99/24", netmask("172.17.42.99/24")],
  ["172.17.42.99/12", netmask("172.17.42.99/12")],
  ["172.17.42.1/16", "--own 172.17.42.1 is the address of docker0"],
])("beside docker0: %s", async (own, objection) => {
  expect(await isBeside("own", "docker0")({ own: parseIpv4Cidr(own) }, host)).toBe(objection);
});

test.each([
  ["172.17.42.1", null],
  ["172.17.42.2", notOwn("172.17.42.2", "docker0", "172.17.42.1")],
  ["10.0.0.1", notOwn("10.0.0.1", "docker0", "172.17.42.1")],
])("docker0's own: %s", async (way, objection) => {
  expect(await isAddressOn("way", "docker0")({ way: parseIpv4(way) }, host)).toBe(objection);
});

test.each([
  ["192.168.1.5/24", null],
  ["172.17.42.2/16", null],
  ["172.17.42.1/16", "--bip: docker0 has 172.17.42.1 already"],
  ["172.17.42.1/24", "--bip: docker0 has 172.17.42.1 already"],
])("new on docker0: %s", async (bip, objection) => {
  expect(await isNewOn("bip", "docker0")({ bip: parseIpv4Cidr(bip) }, host)).toBe(objection);
});

test.each([
  [parseIpv4Cidr("172.18.0.1/16"), null],
  [parseIpv4("172.18.0.1"), null],
  [parseIpv4Cidr("172.16.0.1/12"), "--to 172.16.0.0/12 overlaps with 172.17.0.0/16, the network of docker0"],
  [parseIpv4Cidr("172.17.42.1/24"), "--to 172.17.42.0/24 overlaps with 172.17.0.0/16, the network of docker0"],
  [parseIpv4("172.17.0.3"), "--to 172.17.0.3 is inside of 172.17.0.0/16, the network of docker0"],
  [parseIpv4("172.17.42.1"), "--to 172.17.42.1 is inside of 172.17.0.0/16, the network of docker0"],
])("apart from docker0: %s", async (to, objection) => {
  expect(await isApartFrom("to", "docker0")({ to }, host)).toBe(objection);
});

test.each([
  ["172.17.0.4/16", null],
  ["172.17.0.3/16", naming("--own 172.17.0.3", "172.17.0.0/16", "172.17.0.3")],
])("left when docker0 has two containers: %s", async (own, objection) => {
  expect(await isLeftOn("own", 2, "docker0")({ own: parseIpv4Cidr(own) }, host)).toEqual(objection);
});

test("the interface may be the one that an option names", async () => {
  const values = { bridge: "bridge0", way: parseIpv4("192.168.5.2") };
  expect(await isAddressOn("way", "bridge")(values, hostWith("bridge0", parseIpv4Cidr("192.168.5.1/24")))).toBe(
    notOwn("192.168.5.2", "bridge0", "192.168.5.1"),
  );
});

test.each([
  ["that is not there", hostWith("bridge0", null)],
  ["without an address", hostWith("docker0", null)],
])("nothing can be said of an interface %s", async (_, without) => {
  const way = parseIpv4("172.17.42.1");
  expect(await isAddressOn("way", "docker0")({ way }, without)).toBe("docker0 has no address");
});
