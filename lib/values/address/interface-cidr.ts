import { BadValue } from "../bad-value.ts";
import { addressOf, type Cidr, prefixOf, reasonAgainstCidr } from "./cidr.ts";
import { reasonAgainstHost } from "./host-ipv4.ts";
import { reasonAgainstIpv4 } from "./ipv4.ts";
import { isUsableHost, outermostHosts } from "./subnet-hosts.ts";
import { networkAddress, networkOf } from "./subnet.ts";
import type { ValueType } from "../value-type.ts";

const KIND = "a host's address with its prefix";

/**
 * Makes an address with its prefix that a host may have on that subnet.
 *
 * @throws {BadValue} when it is no address with a prefix, is the subnet's network or broadcast address, or of
 *   a block that no host has
 *
 * @example
 * ```ts
 * import { parseInterfaceCidr } from "./interface-cidr.ts";
 * import { expect } from "bun:test";
 *
 * expect<string>(parseInterfaceCidr("172.17.42.99/16")).toBe("172.17.42.99/16");
 * expect(() => parseInterfaceCidr("10.1.1.0/24")).toThrow(RangeError);
 * ```
 */
export function parseInterfaceCidr(text: string): Cidr {
  const reason = reasonAgainstCidr(text) ?? reasonAgainstInterface(text as Cidr); // the left side has approved it
  if (reason === null) return text as Cidr;
  throw new BadValue({
    value: text,
    kind: KIND,
    reason,
    tryThis: instead(text),
  });
}

/** Why no host may have the address on that subnet, or `null` when one may */
function reasonAgainstInterface(cidr: Cidr): string | null {
  const address = addressOf(cidr);
  const reason = reasonAgainstHost(address);
  if (reason !== null || isUsableHost(cidr, address)) return reason;
  const which = address === networkAddress(cidr) ? "network" : "broadcast";
  return `${address} is the ${which} address of ${networkOf(cidr)}`;
}

/** A missing prefix is added, and the subnet's first host offered for its network or broadcast address */
function instead(text: string): string | null {
  const whole = reasonAgainstIpv4(text) === null ? `${text}/24` : text;
  if (reasonAgainstCidr(whole) !== null) return null;
  const cidr = whole as Cidr; // approved by the line above
  const [first] = outermostHosts(cidr);
  const offers = [cidr, `${first}/${prefixOf(cidr)}` as Cidr];
  return offers.find((offer) => reasonAgainstInterface(offer) === null) ?? null;
}

/** The type of an option that takes the address of a host or a bridge on its subnet */
export const interfaceCidr: ValueType<Cidr> = {
  kind: KIND,
  placeholder: "CIDR",
  parse: parseInterfaceCidr,
};
