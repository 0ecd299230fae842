import { BadValue } from "../bad-value.ts";
import type { Brand } from "../brand.ts";
import { reasonAgainst, type Rule } from "../value-rule.ts";
import type { ValueType } from "../value-type.ts";

/** An Ethernet address of one interface: six pairs of lower-case hex digits with colons */
export type Mac = Brand<string, "Mac">;

const KIND = "a MAC address";

/** The kernel's limits for an interface: is_valid_ether_addr, include/linux/etherdevice.h */
const RULES: readonly Rule[] = [
  {
    refuses: /^(?![\da-f]{2}(?::[\da-f]{2}){5}$)/i,
    reason: () => "it is six pairs of hex digits with colons, such as 02:42:ac:11:00:02",
  },
  { refuses: /^[0:]+$/, reason: () => "all zero is not an address" },
  {
    refuses: /ff(?::ff){5}/i,
    reason: () => "that is broadcast, every interface at once",
  },
  {
    refuses: /^.[13579bdf]/i,
    reason: () => "its first pair is odd, which makes it a multicast address",
  },
];

/**
 * Makes a MAC address, in lower case.
 *
 * @throws {BadValue} when the kernel would refuse it as the address of an interface
 *
 * @example
 * ```ts
 * import { parseMac } from "./mac.ts";
 * import { expect } from "bun:test";
 *
 * expect<string>(parseMac("02:42:AC:11:00:02")).toBe("02:42:ac:11:00:02");
 * ```
 */
export function parseMac(text: string): Mac {
  const reason = reasonAgainst(text, RULES);
  if (reason !== null) throw new BadValue({ value: text, kind: KIND, reason, tryThis: null });
  return text.toLowerCase() as Mac;
}

/** The six bytes of a MAC address */
export function macBytes(mac: Mac): Uint8Array {
  return Uint8Array.from(mac.split(":"), (pair) => Number.parseInt(pair, 16));
}

/** The type of an option that takes a MAC address */
export const mac: ValueType<Mac> = {
  kind: KIND,
  placeholder: "MAC",
  parse: parseMac,
};
