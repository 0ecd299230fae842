/**
 * IP addresses of both families.
 *
 * @module
 */
import { BadValue } from "../bad-value.ts";
import { reasonAgainst, type Rule } from "../value-rule.ts";
import type { ValueType } from "../value-type.ts";
import { type Family, familyOf, type Of } from "./family.ts";
import { ipv6Text } from "./ipv6-text.ts";
import { ipv4Bytes, reasonAgainstDotted } from "./dotted.ts";
import { ipv6Bytes, reasonAgainstIpv6 } from "./ipv6.ts";

/**
 * An IP address in its one canonical spelling, so that two are the same address when they are the same text:
 * `10.1.1.1`, or as RFC 5952 has it `fe80::1`. `Address<"inet">` is one of IPv4.
 */
export type Address<F extends Family = Family> = Of<F, "Address">;

const KIND = "an IP address";

const RULES: readonly Rule[] = [
  { refuses: /^$/, reason: () => "it is empty" },
  { refuses: /\s/, reason: () => "it has a blank in it" },
  { refuses: /%/, reason: () => "a zone such as %eth0 names a link: give the link by itself" },
  { refuses: /\//, reason: () => "it has a prefix: give only the address" },
];

/** Explains why the text is not an address of either family; `null` when it is one */
export function reasonAgainstAddress(text: string): string | null {
  const reason = reasonAgainst(text, RULES);
  if (reason !== null) return reason;
  return text.includes(":") ? reasonAgainstIpv6(text) : reasonAgainstDotted(text);
}

/**
 * Parses an address: of IPv6 in any spelling of RFC 4291 2.2, of IPv4 as four decimal parts.
 *
 * @throws {BadValue} when it is written in any other way, or has a zone or a prefix
 *
 * @example
 * ```ts
 * import { parseAddress } from "./address.ts";
 * import { expect } from "bun:test";
 *
 * expect<string>(parseAddress("FE80:0::0001")).toBe("fe80::1");
 * expect(() => parseAddress("fe80::1%eth0")).toThrow(RangeError);
 * ```
 */
export function parseAddress(text: string): Address {
  const reason = reasonAgainstAddress(text);
  if (reason !== null) throw new BadValue({ value: text, kind: KIND, reason, tryThis: null });
  return (text.includes(":") ? ipv6Text(ipv6Bytes(text)) : text) as Address;
}

/**
 * The bytes of an address in network order: 4 of IPv4, 16 of IPv6.
 *
 * @example
 * ```ts
 * import { addressBytes, parseAddress } from "./address.ts";
 * import { expect } from "bun:test";
 *
 * expect([...addressBytes(parseAddress("10.1.0.255"))]).toEqual([10, 1, 0, 255]);
 * ```
 */
export function addressBytes(address: Address): Uint8Array {
  return familyOf(address) === "inet" ? ipv4Bytes(address) : ipv6Bytes(address);
}

/**
 * Makes an address of its bytes in network order; `null` when there are neither 4 nor 16 of them.
 *
 * @example
 * ```ts
 * import { addressFrom } from "./address.ts";
 * import { expect } from "bun:test";
 *
 * expect<string | null>(addressFrom(Uint8Array.of(10, 1, 0, 255))).toBe("10.1.0.255");
 * ```
 */
export function addressFrom(bytes: Uint8Array): Address | null {
  // Any four bytes are an address, and any sixteen
  if (bytes.byteLength === 4) return bytes.join(".") as Address;
  return bytes.byteLength === 16 ? (ipv6Text(bytes) as Address) : null;
}

/** The type of an option that takes an address of either family */
export const address: ValueType<Address> = {
  kind: KIND,
  placeholder: "ADDRESS",
  parse: parseAddress,
};
