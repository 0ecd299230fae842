import { BadValue } from "../bad-value.ts";
import type { ValueType } from "../value-type.ts";
import { reasonAgainstHost } from "./host-address.ts";
import { type Ipv4, reasonAgainstIpv4 } from "./ipv4.ts";

const KIND = "a host's address";

/**
 * Makes an IPv4 address that a host or a container may have.
 *
 * @throws {BadValue} when it is not four decimal parts, or belongs to a block that no host may use
 *
 * @example
 * ```ts
 * import { parseHostIpv4 } from "./host-ipv4.ts";
 * import { expect } from "bun:test";
 *
 * expect<string>(parseHostIpv4("172.17.0.2")).toBe("172.17.0.2");
 * expect(() => parseHostIpv4("224.0.0.1")).toThrow(RangeError);
 * ```
 */
export function parseHostIpv4(text: string): Ipv4 {
  const reason = reasonAgainstIpv4(text) ?? reasonAgainstHost(text as Ipv4); // the left side has approved it
  if (reason !== null) throw new BadValue({ value: text, kind: KIND, reason, tryThis: null });
  return text as Ipv4;
}

/** The type of an option that takes the address of a host or a container */
export const hostIpv4: ValueType<Ipv4> = {
  kind: KIND,
  placeholder: "ADDRESS",
  parse: parseHostIpv4,
};
