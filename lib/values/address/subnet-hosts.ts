import { type Address, addressBytes, addressFrom } from "./address.ts";
import { addressOf, type Cidr, prefixOf } from "./cidr.ts";
import { ADDRESS_BITS, type Family, familyOf } from "./family.ts";
import { contains, networkAddress } from "./subnet.ts";

/**
 * Counts the addresses that hosts of a subnet may have: all but the first and the last in IPv4, all but the first,
 * which is any router's (RFC 4291 2.6.1), in IPv6. A link with two ends uses both addresses, and a lone host its one:
 * RFC 3021, RFC 6164.
 *
 * @returns a number that is rounded above 2 ** 53
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
  const [first, last] = hostNumbers(cidr);
  return Number(last - first + 1n);
}

/**
 * Reports whether a host may have the address on the subnet: it is inside, and neither the network address nor the
 * broadcast address, unless the subnet is a /31 or a /32 (in IPv6 a /127 or a /128).
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
export function isUsableHost(cidr: Cidr, address: Address): boolean {
  if (!contains(cidr, address)) return false;
  const [first, last] = hostNumbers(cidr);
  const number = numberOf(address) - numberOf(networkAddress(cidr));
  return first <= number && number <= last;
}

/**
 * The nth address after a subnet's network address: 10.1.1.2 for 2 in `10.1.1.0/24`. Hosts begin at 1, or at 0 where
 * the subnet has no network address.
 *
 * @throws {RangeError} when no host may have that address
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
export function hostAt<F extends Family>(cidr: Cidr<F>, n: number): Address<F> {
  const [first, last] = hostNumbers(cidr);
  if (!Number.isInteger(n) || n < first || n > last) {
    throw new RangeError(`Cannot take host ${n} of "${cidr}": its hosts are ${first} to ${last}`);
  }
  return sum(networkAddress(cidr), BigInt(n));
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
export function hostBeside<F extends Family>(own: Cidr<F>, n: number): Address<F> {
  const [first] = hostNumbers(own);
  const nth = Number(first) + n - 1;
  const ownNumber = numberOf(addressOf(own)) - numberOf(networkAddress(own));
  return hostAt(own, ownNumber >= first && ownNumber <= nth ? nth + 1 : nth);
}

/**
 * The first and the last host of a subnet; both are the same address in a /32.
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
export function outermostHosts<F extends Family>(cidr: Cidr<F>): readonly [first: Address<F>, last: Address<F>] {
  const [first, last] = hostNumbers(cidr);
  const network = networkAddress(cidr);
  return [sum(network, first), sum(network, last)];
}

/** The numbers of the first and the last host, as {@linkcode hostAt} counts them */
function hostNumbers(cidr: Cidr): readonly [first: bigint, last: bigint] {
  const family = familyOf(cidr);
  const hostBits = ADDRESS_BITS[family] - prefixOf(cidr);
  const last = (1n << BigInt(hostBits)) - 1n;
  if (hostBits <= 1) return [0n, last];
  return [1n, family === "inet" ? last - 1n : last];
}

/** The address as a number */
function numberOf(address: Address): bigint {
  return addressBytes(address).reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
}

/** Adds a number to an address; the sum stays in the family, as every host of a subnet does */
function sum<F extends Family>(address: Address<F>, n: bigint): Address<F> {
  const number = numberOf(address) + n;
  const bytes = addressBytes(address);
  const { length } = bytes;
  return addressFrom(bytes.map((_, at) => Number((number >> BigInt(8 * (length - 1 - at))) & 0xffn))) as Address<F>; // as many bytes
}
