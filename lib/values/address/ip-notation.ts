/**
 * How iproute2's `ip` spells addresses and networks: it reads more than it prints.
 *
 * Source: get_prefix_1(), get_addr_1() and get_netmask() of its lib/utils.c
 *
 * @module
 */
import { type Address, addressFrom, parseAddress, reasonAgainstAddress } from "./address.ts";
import { addressOf, type Cidr, cidrOf, halves, parseCidr, prefixOf } from "./cidr.ts";
import { ADDRESS_BITS, type Family, familyOf } from "./family.ts";
import { networkOf, type Subnet } from "./subnet.ts";

/** Words for every address of the family that the line is about */
const EVERY_ADDRESS: ReadonlySet<string> = new Set(["default", "any", "all"]);

const EVERYTHING: Readonly<Record<Family, Cidr>> = { inet: parseCidr("0.0.0.0/0"), inet6: parseCidr("::/0") };

/** As strtoul(3) reads it when it is to guess the base: `0x1f` is hexadecimal, `017` octal */
const NUMBER = /^(?:0x[\da-f]+|0[0-7]*|[1-9]\d*)$/i;

/**
 * Reads an address as `ip` does: of IPv4 the last parts may be left out, which are zero then, and each is a number of C.
 *
 * @returns `null` of what `ip` takes for none: `fe80::1%eth0`, `10.1.1.256`
 *
 * @example
 * ```ts
 * import { readIpAddress } from "./ip-notation.ts";
 * import { expect } from "bun:test";
 *
 * expect<string | null>(readIpAddress("10.1")).toBe("10.1.0.0");
 * expect<string | null>(readIpAddress("FD00:0::1")).toBe("fd00::1");
 * ```
 */
export function readIpAddress(text: string): Address | null {
  if (text.includes(":")) return reasonAgainstAddress(text) === null ? parseAddress(text) : null;
  const parts = text.split(".").map(readNumber);
  const bytes = parts.filter((part) => part <= 255);
  if (bytes.length < parts.length || parts.length > 4) return null;
  return addressFrom(Uint8Array.of(...bytes, 0, 0, 0).subarray(0, 4));
}

/** `Infinity` of what is none, which is larger than all that a part may be */
function readNumber(text: string): number {
  if (!NUMBER.test(text)) return Infinity;
  return /^0\d/.test(text) ? Number.parseInt(text, 8) : Number(text);
}

/**
 * Reads an address with its prefix as `ip addr add` does: without a prefix it is alone in its network.
 *
 * @returns `null` of what `ip` takes for none
 *
 * @example
 * ```ts
 * import { readIpCidr } from "./ip-notation.ts";
 * import { expect } from "bun:test";
 *
 * expect<string | null>(readIpCidr("fd00::1")).toBe("fd00::1/128");
 * expect<string | null>(readIpCidr("10.1.1.1/255.255.255.0")).toBe("10.1.1.1/24");
 * ```
 */
export function readIpCidr(text: string): Cidr | null {
  const { address: host, prefix } = halves(text);
  const address = readIpAddress(host);
  if (address === null) return null;
  const bits = ADDRESS_BITS[familyOf(address)];
  const length = text.includes("/") ? readLength(prefix) : bits;
  return length === null || length > bits ? null : cidrOf(address, length);
}

/** A number, or a mask of IPv4 whose ones are all before its zeros */
function readLength(text: string): number | null {
  const number = readNumber(text);
  if (number !== Infinity) return number;
  const mask = text.includes(":") ? null : readIpAddress(text);
  if (mask === null) return null;
  const length = Array.from({ length: 33 }, (_, bits) => bits).find((bits) => maskOf(bits) === mask);
  return length ?? null;
}

function maskOf(bits: number): Address {
  return addressOf(networkOf(cidrOf(parseAddress("255.255.255.255"), bits)));
}

/**
 * The family that a line is about when it does not say so: that of the first of its words that is an address of IPv6 or has
 * dots in it, since any number is an IPv4 address to `ip`.
 *
 * @returns `null` where none says so
 *
 * @example
 * ```ts
 * import { familyAmong } from "./ip-notation.ts";
 * import { expect } from "bun:test";
 *
 * expect(familyAmong(["default", "via", "fe80::1"])).toBe("inet6");
 * ```
 */
export function familyAmong(words: readonly string[]): Family | null {
  for (const word of words) {
    const cidr = /[.:]/.test(word) ? readIpCidr(word) : null;
    if (cidr !== null) return familyOf(cidr);
  }
  return null;
}

/**
 * Reads a network as `ip route` does; the bits of a host in it are dropped, as the kernel has none there.
 *
 * @param family what `default` is of, and a line without an address
 * @returns `null` of what `ip` takes for none, or is of the other family
 *
 * @example
 * ```ts
 * import { readIpPrefix } from "./ip-notation.ts";
 * import { expect } from "bun:test";
 *
 * expect<string | null>(readIpPrefix("10/8", "inet")).toBe("10.0.0.0/8");
 * expect<string | null>(readIpPrefix("default", "inet6")).toBe("::/0");
 * ```
 */
export function readIpPrefix(text: string, family: Family): Subnet | null {
  const cidr = EVERY_ADDRESS.has(text) ? EVERYTHING[family] : readIpCidr(text);
  return cidr === null || familyOf(cidr) !== family ? null : networkOf(cidr);
}

/**
 * Writes a network as `ip` prints it: `default`, and without a prefix what is one address.
 *
 * @example
 * ```ts
 * import { printIpPrefix } from "./ip-notation.ts";
 * import { parseSubnet } from "./subnet.ts";
 * import { expect } from "bun:test";
 *
 * const networks = ["0.0.0.0/0", "10.9.0.0/24", "fd00::1/128"].map(parseSubnet);
 * expect(networks.map(printIpPrefix)).toEqual(["default", "10.9.0.0/24", "fd00::1"]);
 * ```
 */
export function printIpPrefix(network: Subnet): string {
  const prefix = prefixOf(network);
  if (prefix === 0) return "default";
  return prefix === ADDRESS_BITS[familyOf(network)] ? addressOf(network) : network;
}
