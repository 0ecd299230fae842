/**
 * Parses and prints addresses and networks as iproute2's `ip` spells them: it reads more spellings than it prints.
 *
 * Source: get_prefix_1(), get_addr_1() and get_netmask() of its lib/utils.c
 *
 * @module
 */
import { type Address, addressFrom, parseAddress, reasonAgainstAddress } from "./address.ts";
import { addressOf, type Cidr, cidrOf, halves, parseCidr, prefixOf } from "./cidr.ts";
import { ADDRESS_BITS, type Family, familyOf } from "./family.ts";
import { networkOf, type Subnet } from "./subnet.ts";

/** Words that stand for every address of the line's family */
const EVERY_ADDRESS: ReadonlySet<string> = new Set(["default", "any", "all"]);

const EVERYTHING: Readonly<Record<Family, Cidr>> = { inet: parseCidr("0.0.0.0/0"), inet6: parseCidr("::/0") };

/** A number as strtoul(3) reads it with base 0: `0x1f` is hexadecimal, `017` octal */
const NUMBER = /^(?:0x[\da-f]+|0[0-7]*|[1-9]\d*)$/i;

/**
 * Parses an address as `ip` does: the last parts of an IPv4 address may be left out, and are zero then; each part may
 * be decimal, octal or hexadecimal.
 *
 * @returns `null` for what `ip` refuses: `fe80::1%eth0`, `10.1.1.256`
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

/** Parses a number; anything else is `Infinity`, which is larger than any part may be */
function readNumber(text: string): number {
  if (!NUMBER.test(text)) return Infinity;
  return /^0\d/.test(text) ? Number.parseInt(text, 8) : Number(text);
}

/**
 * Parses an address with its prefix as `ip addr add` does: without a prefix its network is that one address.
 *
 * @returns `null` for what `ip` refuses
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

/** Parses a prefix length, or an IPv4 netmask whose ones all come before its zeros */
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
 * The family of a line that has no `-4` or `-6`: that of its first word that is an IPv6 address or has dots in it. A
 * plain number does not count, since `ip` takes any number for an IPv4 address.
 *
 * @returns `null` when no word shows it
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
 * Parses a network as `ip route` does. Host bits are cleared, as in the kernel.
 *
 * @param family the family of the line
 * @returns `null` for what `ip` refuses, and for a network of the other family
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
 * Prints a network as `ip` does: all of them as `default`, and a single address without its prefix.
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
