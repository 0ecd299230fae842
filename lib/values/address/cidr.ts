/**
 * Addresses with the length of their network's prefix, of both families.
 *
 * @module
 */
import { BadValue } from "../bad-value.ts";
import { reasonAgainst, type Rule } from "../value-rule.ts";
import type { ValueType } from "../value-type.ts";
import { type Address, parseAddress, reasonAgainstAddress } from "./address.ts";
import { ADDRESS_BITS, type Family, familyOf, type Of } from "./family.ts";

/**
 * An IP address and the length of its network's prefix, as `ip addr add` takes it: `172.17.42.99/16` is that
 * one address on the network 172.17.0.0/16. Its spelling is the canonical one.
 */
export type Cidr<F extends Family = Family> = Of<F, "Cidr">;

const KIND = "an IP address with its prefix";

/** RFC 4632 3.1 and RFC 4291 2.3; ipaddr.js would also take `/024` */
const PREFIX: readonly Rule[] = [
  { refuses: /^$/, reason: () => "it has no prefix: add one such as /24" },
  {
    refuses: /\D/,
    reason: () => "its prefix is the number of network bits, such as /24",
  },
  { refuses: /^0\d/, reason: () => "its prefix begins with a zero" },
];

/** Explains why the text is not a prefix length of a family; `null` when it is one */
export function reasonAgainstPrefix(text: string, family: Family): string | null {
  const reason = reasonAgainst(text, PREFIX);
  if (reason !== null || Number(text) <= ADDRESS_BITS[family]) return reason;
  return `a prefix is ${ADDRESS_BITS[family]} at most`;
}

/** Explains why the text is not an address with a prefix; `null` when it is one */
export function reasonAgainstCidr(text: string): string | null {
  const { address, prefix } = halves(text);
  return reasonAgainstAddress(address) ?? reasonAgainstPrefix(prefix, familyOf(address as Address)); // checked on the left
}

/**
 * Makes an address with its prefix. The host's bits are kept: this is the address of an interface.
 *
 * @throws {BadValue} when it holds no valid address, or the prefix is not 0 to 32 (to 128 for IPv6)
 *
 * @example
 * ```ts
 * import { parseCidr } from "./cidr.ts";
 * import { expect } from "bun:test";
 *
 * expect<string>(parseCidr("2001:DB8:0::1/64")).toBe("2001:db8::1/64");
 * expect(() => parseCidr("fe80::1")).toThrow(RangeError);
 * ```
 */
export function parseCidr(text: string): Cidr {
  const reason = reasonAgainstCidr(text);
  if (reason !== null) throw new BadValue({ value: text, kind: KIND, reason, tryThis: offerFor(text) });
  const { address, prefix } = halves(text);
  return cidrOf(parseAddress(address), Number(prefix));
}

/** Adds the prefix that networks of the family usually have to an address without one */
function offerFor(text: string): string | null {
  return reasonAgainstAddress(text) === null ? `${text}${text.includes(":") ? "/64" : "/24"}` : null;
}

/** @param prefix a length that the family has */
export function cidrOf<F extends Family>(address: Address<F>, prefix: number): Cidr<F> {
  return `${address}/${prefix}` as Cidr<F>; // of a checked address
}

/**
 * The address of an address with its prefix: 172.17.42.99 of `172.17.42.99/16`.
 *
 * @example
 * ```ts
 * import { addressOf, parseCidr } from "./cidr.ts";
 * import { expect } from "bun:test";
 *
 * expect<string>(addressOf(parseCidr("172.17.42.99/16"))).toBe("172.17.42.99");
 * ```
 */
export function addressOf<F extends Family>(cidr: Cidr<F>): Address<F> {
  return halves(cidr).address as Address<F>; // checked when the whole was made
}

/**
 * The length of the prefix in bits, 0 to 32 (to 128 for IPv6): 16 of `172.17.42.99/16`.
 *
 * @example
 * ```ts
 * import { parseCidr, prefixOf } from "./cidr.ts";
 * import { expect } from "bun:test";
 *
 * expect(prefixOf(parseCidr("172.17.42.99/16"))).toBe(16);
 * ```
 */
export function prefixOf(cidr: Cidr): number {
  return Number(halves(cidr).prefix);
}

/** The parts before and after the first slash */
export function halves(text: string): { readonly address: string; readonly prefix: string } {
  const slash = text.indexOf("/");
  if (slash === -1) return { address: text, prefix: "" };
  return { address: text.slice(0, slash), prefix: text.slice(slash + 1) };
}

/** The type of an option that takes an address of either family with its prefix */
export const cidr: ValueType<Cidr> = {
  kind: KIND,
  placeholder: "CIDR",
  parse: parseCidr,
};
