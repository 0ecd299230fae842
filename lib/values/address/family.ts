import type { Brand } from "../brand.ts";

/** A version of IP, as `ip` names it: IPv4 and IPv6 */
export type Family = "inet" | "inet6";

/** The number of bits in an address of each family */
export const ADDRESS_BITS: Readonly<Record<Family, 32 | 128>> = { inet: 32, inet6: 128 };

declare const family: unique symbol;

/**
 * A text that holds addresses of one family, found by {@linkcode familyOf}; `Of<"inet", …>` goes wherever `Of<Family,
 * …>` goes
 */
export type Of<F extends Family, Name extends string> = Brand<string, Name> & { readonly [family]: F };

/**
 * The family of an address, or of an address with its prefix.
 *
 * @example
 * ```ts
 * import { parseAddress } from "./address.ts";
 * import { familyOf } from "./family.ts";
 * import { expect } from "bun:test";
 *
 * expect(familyOf(parseAddress("fe80::1"))).toBe("inet6");
 * ```
 */
export function familyOf<F extends Family>(value: { readonly [family]: F } & string): F {
  // Each spelling of an IPv6 address has a colon in it, and none of an IPv4 one has: RFC 4291 2.2
  return (value.includes(":") ? "inet6" : "inet") as F; // the type was given by the parser, for the same colon
}
