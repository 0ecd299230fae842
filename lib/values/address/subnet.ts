import ipaddr from "ipaddr.js";

import { addressOf, type Cidr, prefixOf } from "./cidr.ts";
import type { Ipv4 } from "./ipv4.ts";

/**
 * The first address of the subnet that an address is on: 172.17.0.0 of `172.17.42.99/16`.
 *
 * @example
 * ```ts
 * import { parseCidr } from "./cidr.ts";
 * import { networkAddress } from "./subnet.ts";
 * import { expect } from "bun:test";
 *
 * expect<string>(networkAddress(parseCidr("172.17.42.99/16"))).toBe("172.17.0.0");
 * ```
 */
export function networkAddress(cidr: Cidr): Ipv4 {
  return ipaddr.IPv4.networkAddressFromCIDR(cidr).toString() as Ipv4; // arithmetic on a checked address gives an address
}

/**
 * The last address of the subnet that an address is on: 172.17.255.255 of `172.17.42.99/16`.
 *
 * @example
 * ```ts
 * import { parseCidr } from "./cidr.ts";
 * import { broadcastAddress } from "./subnet.ts";
 * import { expect } from "bun:test";
 *
 * expect<string>(broadcastAddress(parseCidr("172.17.42.99/16"))).toBe("172.17.255.255");
 * ```
 */
export function broadcastAddress(cidr: Cidr): Ipv4 {
  return ipaddr.IPv4.broadcastAddressFromCIDR(cidr).toString() as Ipv4; // as above
}

/**
 * The subnet that an address is on, without the host's bits: `172.17.0.0/16` of `172.17.42.99/16`.
 *
 * @example
 * ```ts
 * import { parseCidr } from "./cidr.ts";
 * import { networkOf } from "./subnet.ts";
 * import { expect } from "bun:test";
 *
 * expect<string>(networkOf(parseCidr("172.17.42.99/16"))).toBe("172.17.0.0/16");
 * ```
 */
export function networkOf(cidr: Cidr): Cidr {
  return `${networkAddress(cidr)}/${prefixOf(cidr)}` as Cidr; // as above
}

/**
 * Whether the subnet has the address in it, its first and last address included.
 *
 * @example
 * ```ts
 * import { parseCidr } from "./cidr.ts";
 * import { parseIpv4 } from "./ipv4.ts";
 * import { contains } from "./subnet.ts";
 * import { expect } from "bun:test";
 *
 * expect(contains(parseCidr("172.17.42.99/16"), parseIpv4("172.17.42.1"))).toBe(true);
 * ```
 */
export function contains(cidr: Cidr, address: Ipv4): boolean {
  return ipaddr.IPv4.parse(address).match(ipaddr.IPv4.parse(addressOf(cidr)), prefixOf(cidr));
}

/**
 * Whether two subnets have an address in common; one then has the other in it.
 *
 * @example
 * ```ts
 * import { parseCidr } from "./cidr.ts";
 * import { overlaps } from "./subnet.ts";
 * import { expect } from "bun:test";
 *
 * expect(overlaps(parseCidr("172.17.0.0/16"), parseCidr("172.17.42.99/24"))).toBe(true);
 * ```
 */
export function overlaps(one: Cidr, other: Cidr): boolean {
  return contains(one, addressOf(other)) || contains(other, addressOf(one));
}
