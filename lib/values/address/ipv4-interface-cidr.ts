import type { ValueType } from "../value-type.ts";
import { type InterfaceCidr, parseOnInterface } from "./interface-cidr.ts";
import { ipv4Cidr } from "./ipv4-cidr.ts";

/** An IPv4 address with its prefix that a host may have on that subnet */
export type Ipv4InterfaceCidr = InterfaceCidr<"inet">;

const KIND = "a host's address with its prefix";

/**
 * Makes an IPv4 address with its prefix that a host may have on that subnet.
 *
 * @throws {BadValue} when it is no IPv4 address with a prefix, is the subnet's network or broadcast address, or belongs
 *   to a block that no host may use
 *
 * @example
 * ```ts
 * import { parseIpv4InterfaceCidr } from "./ipv4-interface-cidr.ts";
 * import { expect } from "bun:test";
 *
 * expect<string>(parseIpv4InterfaceCidr("172.17.42.99/16")).toBe("172.17.42.99/16");
 * expect(() => parseIpv4InterfaceCidr("10.1.1.0/24")).toThrow(RangeError);
 * ```
 */
export function parseIpv4InterfaceCidr(text: string): Ipv4InterfaceCidr {
  return parseOnInterface(text, ipv4Cidr, KIND);
}

/** The type of an option that takes the IPv4 address of a host or a bridge on its subnet */
export const ipv4InterfaceCidr: ValueType<Ipv4InterfaceCidr> = {
  kind: KIND,
  placeholder: "CIDR",
  parse: parseIpv4InterfaceCidr,
};
