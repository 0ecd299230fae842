import ipaddr from "ipaddr.js";

import { BadValue } from "../bad-value.ts";
import type { Brand } from "../brand.ts";
import { quoted } from "../quoted.ts";
import { reasonAgainst, type Rule } from "../rule.ts";
import type { ValueType } from "../value-type.ts";

/** An IPv4 address in its one canonical spelling: four decimal parts */
export type Ipv4 = Brand<string, "Ipv4">;

const KIND = "an IPv4 address";

/** What inet_aton(3) and ipaddr.js read as an address all the same, and differently: `010` is 8, `10.1` is 10.0.0.1 */
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
    reason: () => "it has a prefix, and the address alone is wanted",
  },
  {
    refuses: /(?:^|\.)0x/i,
    reason: () => "its parts are decimal, not hexadecimal",
  },
  {
    refuses: /[^\d.]/,
    reason: () => "it is four decimal numbers with dots, such as 10.1.1.1",
  },
  { refuses: /^\.|\.\.|\.$/, reason: () => "a dot stands between two numbers" },
  {
    refuses: /^(?!(?:\d+\.){3}\d+$)/,
    reason: (text) => `it has four parts, and this has ${text.split(".").length}`,
  },
  {
    refuses: /(?:^|\.)0\d/,
    reason: () => "a leading zero makes a part octal to some programs",
  },
];

/** Why the text is no IPv4 address, or `null` when it is one */
export function reasonAgainstIpv4(text: string): string | null {
  const reason = reasonAgainst(text, RULES);
  if (reason !== null || ipaddr.IPv4.isValidFourPartDecimal(text)) return reason;
  const tooLarge = text.split(".").find((part) => Number(part) > 255);
  return `a part is 255 at most, and this has ${quoted(tooLarge ?? text)}`;
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
