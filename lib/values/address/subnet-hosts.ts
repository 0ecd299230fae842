import ipaddr from "ipaddr.js";

import { addressOf, type Cidr, prefixOf } from "./cidr.ts";
import type { Ipv4 } from "./ipv4.ts";
import { broadcastAddress, contains, networkAddress } from "./subnet.ts";

/** From /31 on every address is a host's: RFC 3021 for links with two ends, and /32 is one host */
const ALL_HOSTS = 31;

/**
 * How many addresses of a subnet hosts may have: all but the first and the last; 2 of a /31, 1 of a /32.
 *
 * @example
 * ```ts
 * import { parseCidr } from "./cidr.ts";
 * import { hostCount } from "./subnet-hosts.ts";
 * import { expect } from "bun:test";
 *
 * expect(hostCount(parseCidr("10.1.1.0/24"))).toBe(254);
 * ```
 */
export function hostCount(cidr: Cidr): number {
  const addresses = 2 ** (32 - prefixOf(cidr));
  return prefixOf(cidr) >= ALL_HOSTS ? addresses : addresses - 2;
}

/**
 * Whether an address of the subnet is one that a host may have there: in it, and neither its network
 * address nor its broadcast address, unless it is a /31 or a /32.
 *
 * @example
 * ```ts
 * import { parseCidr } from "./cidr.ts";
 * import { parseIpv4 } from "./ipv4.ts";
 * import { isUsableHost } from "./subnet-hosts.ts";
 * import { expect } from "bun:test";
 *
 * expect(isUsableHost(parseCidr("10.1.1.0/24"), parseIpv4("10.1.1.255"))).toBe(false);
 * ```
 */
export function isUsableHost(cidr: Cidr, address: Ipv4): boolean {
  if (!contains(cidr, address)) return false;
  if (prefixOf(cidr) >= ALL_HOSTS) return true;
  return address !== networkAddress(cidr) && address !== broadcastAddress(cidr);
}

/**
 * The nth address after a subnet's network address: 10.1.1.2 for 2 in `10.1.1.0/24`. Hosts begin at 1, and
 * in a /31 or a /32 at 0.
 *
 * @throws {RangeError} when that is no address a host may have
 *
 * @example
 * ```ts
 * import { parseCidr } from "./cidr.ts";
 * import { hostAt } from "./subnet-hosts.ts";
 * import { expect } from "bun:test";
 *
 * expect<string>(hostAt(parseCidr("10.1.1.0/24"), 2)).toBe("10.1.1.2");
 * ```
 */
export function hostAt(cidr: Cidr, n: number): Ipv4 {
  const [first, last] = hostNumbers(cidr);
  if (!Number.isInteger(n) || n < first || n > last) {
    throw new RangeError(`Cannot take host ${n} of "${cidr}": its hosts are ${first} to ${last}`);
  }
  return sum(networkAddress(cidr), n);
}

/**
 * The nth host of an interface's network, not counting the interface: 192.168.5.3 for 2 beside `192.168.5.1/24`.
 *
 * @throws {RangeError} when the network has no such host
 *
 * @example
 * ```ts
 * import { hostBeside, interfaceCidr } from "wirework";
 * import { expect } from "bun:test";
 *
 * const own = interfaceCidr({ default: "192.168.5.2/24", help: "the bridge's" }).default;
 * expect([hostBeside(own, 1), hostBeside(own, 2)].join()).toBe("192.168.5.1,192.168.5.3");
 * ```
 */
export function hostBeside(own: Cidr, n: number): Ipv4 {
  const [first] = hostNumbers(own);
  const nth = first + n - 1;
  const ownNumber = numberOf(addressOf(own)) - numberOf(networkAddress(own));
  return hostAt(own, ownNumber >= first && ownNumber <= nth ? nth + 1 : nth);
}

/**
 * The first and the last host of a subnet, which are one in a /32.
 *
 * @example
 * ```ts
 * import { parseCidr } from "./cidr.ts";
 * import { outermostHosts } from "./subnet-hosts.ts";
 * import { expect } from "bun:test";
 *
 * expect<readonly string[]>(outermostHosts(parseCidr("10.1.1.0/24"))).toEqual(["10.1.1.1", "10.1.1.254"]);
 * ```
 */
export function outermostHosts(cidr: Cidr): readonly [first: Ipv4, last: Ipv4] {
  const [first, last] = hostNumbers(cidr);
  return [hostAt(cidr, first), hostAt(cidr, last)];
}

/** Theirs, as {@linkcode hostAt} counts */
function hostNumbers(cidr: Cidr): readonly [first: number, last: number] {
  const first = prefixOf(cidr) >= ALL_HOSTS ? 0 : 1;
  return [first, first + hostCount(cidr) - 1];
}

/** The 32 bits of an address, as a number */
function numberOf(address: Ipv4): number {
  return new DataView(Uint8Array.from(ipaddr.IPv4.parse(address).octets).buffer).getUint32(0);
}

/** An address and a number, which stays below 2 ** 32 as every host of a subnet does */
function sum(address: Ipv4, n: number): Ipv4 {
  const bytes = new DataView(new ArrayBuffer(4));
  bytes.setUint32(0, numberOf(address) + n);
  return new ipaddr.IPv4([...new Uint8Array(bytes.buffer)]).toString() as Ipv4; // arithmetic on a checked address gives an address
}
