/**
 * Networks that addresses are in, of both families.
 *
 * @module
 */
import { BadValue } from "../bad-value.ts";
import type { Brand } from "../brand.ts";
import type { ValueType } from "../value-type.ts";
import { type Address, addressBytes, addressFrom } from "./address.ts";
import { addressOf, type Cidr, cidrOf, parseCidr, prefixOf, reasonAgainstCidr } from "./cidr.ts";
import { type Family, familyOf } from "./family.ts";

/** A network: an address with its prefix whose host bits are all zero, as a route's destination is */
export type Subnet<F extends Family = Family> = Brand<Cidr<F>, "Subnet">;

const KIND = "a network";

/**
 * Makes a network.
 *
 * @throws {BadValue} when it is not an address with a prefix, or has host bits set
 *
 * @example
 * ```ts
 * import { parseSubnet } from "./subnet.ts";
 * import { expect } from "bun:test";
 *
 * expect<string>(parseSubnet("2001:db8:0::/48")).toBe("2001:db8::/48");
 * expect(() => parseSubnet("10.1.1.1/24")).toThrow(RangeError);
 * ```
 */
export function parseSubnet(text: string): Subnet {
  const reason = reasonAgainstCidr(text);
  if (reason !== null) throw new BadValue({ value: text, kind: KIND, reason, tryThis: null });
  const cidr = parseCidr(text);
  const network = networkOf(cidr);
  if (cidr === network) return network;
  const hosts = `it is an address in ${network}, which is the network`;
  throw new BadValue({ value: text, kind: KIND, reason: hosts, tryThis: network });
}

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
export function networkAddress<F extends Family>(cidr: Cidr<F>): Address<F> {
  return withHostBits(cidr, 0x00);
}

/**
 * The last address of the IPv4 subnet that an address is on: 172.17.255.255 of `172.17.42.99/16`. IPv6 has no broadcast.
 *
 * @example
 * ```ts
 * import { parseIpv4Cidr } from "./ipv4-cidr.ts";
 * import { broadcastAddress } from "./subnet.ts";
 * import { expect } from "bun:test";
 *
 * expect<string>(broadcastAddress(parseIpv4Cidr("172.17.42.99/16"))).toBe("172.17.255.255");
 * ```
 */
export function broadcastAddress(cidr: Cidr<"inet">): Address<"inet"> {
  return withHostBits(cidr, 0xff);
}

function withHostBits<F extends Family>(cidr: Cidr<F>, bits: 0x00 | 0xff): Address<F> {
  return addressFrom(filled(addressBytes(addressOf(cidr)), prefixOf(cidr), bits)) as Address<F>; // as many bytes as before
}

/** @param bits the value of the host bits in each byte */
function filled(bytes: Uint8Array, prefix: number, bits: 0x00 | 0xff): Uint8Array {
  return bytes.map((byte, at) => {
    const mask = networkMask(prefix - 8 * at);
    return (byte & mask) | (bits & ~mask);
  });
}

/** The mask of one byte, given how many of its bits belong to the network: 8 or more is all, 0 or less is none */
function networkMask(bits: number): number {
  return bits >= 8 ? 0xff : bits <= 0 ? 0 : (0xff00 >> bits) & 0xff;
}

/**
 * The subnet that an address is on, with the host bits cleared: `172.17.0.0/16` of `172.17.42.99/16`.
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
export function networkOf<F extends Family>(cidr: Cidr<F>): Subnet<F> {
  return cidrOf(networkAddress(cidr), prefixOf(cidr)) as Subnet<F>; // its host bits are gone
}

/**
 * The subnet of an address given as bytes in network order; `null` when there are neither 4 nor 16 of them.
 *
 * @param prefix a valid length for the family
 *
 * @example
 * ```ts
 * import { subnetFrom } from "./subnet.ts";
 * import { expect } from "bun:test";
 *
 * expect<string | null>(subnetFrom(Uint8Array.of(172, 17, 42, 99), 16)).toBe("172.17.0.0/16");
 * ```
 */
export function subnetFrom(bytes: Uint8Array, prefix: number): Subnet | null {
  const address = addressFrom(filled(bytes, prefix, 0x00));
  return address === null ? null : (cidrOf(address, prefix) as Subnet); // its host bits are gone
}

/**
 * Reports whether the subnet holds the address, its first and last address included. An address of the other family is
 * never inside.
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
export function contains(cidr: Cidr, address: Address): boolean {
  if (familyOf(cidr) !== familyOf(address)) return false;
  const [network, bytes, prefix] = [addressBytes(addressOf(cidr)), addressBytes(address), prefixOf(cidr)];
  return bytes.every((byte, at) => ((byte ^ (network[at] ?? 0)) & networkMask(prefix - 8 * at)) === 0);
}

/**
 * Reports whether the address is link-local: every link has some, and no route leads to them from another link (RFC
 * 4291 2.5.6)
 */
export function isLinkLocal(address: Address): boolean {
  return contains(parseCidr("fe80::/10"), address);
}

/**
 * Reports whether two subnets have an address in common; one of them then contains the other.
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

/** The type of an option that takes a network of either family */
export const subnet: ValueType<Subnet> = {
  kind: KIND,
  placeholder: "SUBNET",
  parse: parseSubnet,
};
