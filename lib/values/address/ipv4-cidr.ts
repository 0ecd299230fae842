import { BadValue } from "../bad-value.ts";
import type { ValueType } from "../value-type.ts";
import { type Cidr, halves, reasonAgainstPrefix } from "./cidr.ts";
import { reasonAgainstIpv4 } from "./ipv4.ts";

/** An IPv4 address and the length of its network's prefix */
export type Ipv4Cidr = Cidr<"inet">;

const KIND = "an address with its prefix";

/** Explains why the text is no IPv4 address with a prefix; `null` when it is one */
export function reasonAgainstIpv4Cidr(text: string): string | null {
  const { address, prefix } = halves(text);
  return reasonAgainstIpv4(address) ?? reasonAgainstPrefix(prefix, "inet");
}

/**
 * Makes an IPv4 address with its prefix. The host's bits are kept: this is the address of an interface.
 *
 * @throws {BadValue} when the address is not four decimal parts, or the prefix not 0 to 32
 *
 * @example
 * ```ts
 * import { parseIpv4Cidr } from "./ipv4-cidr.ts";
 * import { expect } from "bun:test";
 *
 * expect<string>(parseIpv4Cidr("172.17.42.99/16")).toBe("172.17.42.99/16");
 * expect(() => parseIpv4Cidr("10.1.1.1")).toThrow(RangeError);
 * ```
 */
export function parseIpv4Cidr(text: string): Ipv4Cidr {
  const reason = reasonAgainstIpv4Cidr(text);
  if (reason === null) return text as Ipv4Cidr;
  const tryThis = reasonAgainstIpv4(text) === null ? `${text}/24` : null;
  throw new BadValue({ value: text, kind: KIND, reason, tryThis });
}

/** The type of an option that takes an IPv4 address with its prefix */
export const ipv4Cidr: ValueType<Ipv4Cidr> = {
  kind: KIND,
  placeholder: "CIDR",
  parse: parseIpv4Cidr,
};
