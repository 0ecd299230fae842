import { BadValue } from "../bad-value.ts";
import { reasonAgainst, type Rule } from "../value-rule.ts";
import type { ValueType } from "../value-type.ts";
import type { Address } from "./address.ts";
import { reasonAgainstDotted } from "./dotted.ts";

/** An IPv4 address in its one canonical spelling: four decimal parts */
export type Ipv4 = Address<"inet">;

const KIND = "an IPv4 address";

const RULES: readonly Rule[] = [
  { refuses: /^$/, reason: () => "it is empty" },
  { refuses: /\s/, reason: () => "it has a blank in it" },
  {
    refuses: /%/,
    reason: () => "a zone such as %eth0 belongs to IPv6, and recipes wire IPv4",
  },
  {
    refuses: /:.*:/,
    reason: () => "it looks like IPv6, and recipes wire IPv4",
  },
  {
    refuses: /\//,
    reason: () => "it has a prefix: give only the address",
  },
];

/** Explains why the text is no IPv4 address; `null` when it is one */
export function reasonAgainstIpv4(text: string): string | null {
  return reasonAgainst(text, RULES) ?? reasonAgainstDotted(text);
}

/**
 * Makes an IPv4 address of four decimal parts.
 *
 * @throws {BadValue} when it is written in any other way, or is IPv6
 *
 * @example
 * ```ts
 * import { parseIpv4 } from "./ipv4.ts";
 * import { expect } from "bun:test";
 *
 * expect<string>(parseIpv4("10.1.1.1")).toBe("10.1.1.1");
 * expect(() => parseIpv4("10.1")).toThrow(RangeError);
 * ```
 */
export function parseIpv4(text: string): Ipv4 {
  const reason = reasonAgainstIpv4(text);
  if (reason !== null) throw new BadValue({ value: text, kind: KIND, reason, tryThis: null });
  return text as Ipv4;
}

/** The type of an option that takes an IPv4 address */
export const ipv4: ValueType<Ipv4> = {
  kind: KIND,
  placeholder: "ADDRESS",
  parse: parseIpv4,
};
