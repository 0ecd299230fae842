import { BadValue } from "../bad-value.ts";
import type { Brand } from "../brand.ts";
import type { ValueType } from "../value-type.ts";
import { addressOf, type Cidr, cidr, cidrOf, prefixOf } from "./cidr.ts";
import { type Family, familyOf } from "./family.ts";
import { reasonAgainstHost } from "./host-address.ts";
import { isUsableHost, outermostHosts } from "./subnet-hosts.ts";
import { networkAddress, networkOf } from "./subnet.ts";

/** An address with its prefix that a host may have on that subnet */
export type InterfaceCidr<F extends Family = Family> = Brand<Cidr<F>, "InterfaceCidr">;

const KIND = "a host's IP address with its prefix";

/**
 * Makes an address with its prefix that a host may have on that subnet.
 *
 * @throws {BadValue} when it is not an address with a prefix, is the subnet's network or broadcast address, or belongs to a
 *   block that no host may use
 *
 * @example
 * ```ts
 * import { parseInterfaceCidr } from "./interface-cidr.ts";
 * import { expect } from "bun:test";
 *
 * expect<string>(parseInterfaceCidr("2001:db8::1/64")).toBe("2001:db8::1/64");
 * expect(() => parseInterfaceCidr("2001:db8::/64")).toThrow(RangeError);
 * ```
 */
export function parseInterfaceCidr(text: string): InterfaceCidr {
  return parseOnInterface(text, cidr, KIND);
}

/**
 * Parses a text as a value of the type, and checks that a host may have it.
 *
 * @param kind names the expected value in the error
 * @throws {BadValue} when the type refuses the text, or no host may have the value
 */
export function parseOnInterface<F extends Family>(
  text: string,
  type: ValueType<Cidr<F>>,
  kind: string,
): InterfaceCidr<F> {
  const value = attempt(type, text);
  if (value instanceof BadValue) {
    const tryThis = value.tryThis === null ? null : usableLike(type.parse(value.tryThis));
    throw new BadValue({ value: text, kind, reason: value.reason, tryThis });
  }
  const reason = reasonAgainstInterface(value);
  if (reason === null) return value as InterfaceCidr<F>;
  throw new BadValue({ value: text, kind, reason, tryThis: usableLike(value) });
}

function attempt<T>(type: ValueType<T>, text: string): T | BadValue {
  try {
    return type.parse(text);
  } catch (error) {
    if (error instanceof BadValue) return error;
    throw error;
  }
}

/** Explains why no host may have the address on that subnet; `null` when one may */
function reasonAgainstInterface(value: Cidr): string | null {
  const address = addressOf(value);
  const reason = reasonAgainstHost(address);
  if (reason !== null || isUsableHost(value, address)) return reason;
  if (familyOf(value) === "inet6") return `${address} is any router's address in ${networkOf(value)}`;
  const which = address === networkAddress(value) ? "network" : "broadcast";
  return `${address} is the ${which} address of ${networkOf(value)}`;
}

/**
 * Returns the value itself, or the subnet's first host in place of its network or broadcast address; `null` when a host
 * may have neither
 */
function usableLike(value: Cidr): string | null {
  const [first] = outermostHosts(value);
  const offers = [value, cidrOf(first, prefixOf(value))];
  return offers.find((offer) => reasonAgainstInterface(offer) === null) ?? null;
}

/** The type of an option that takes the address of a host or a bridge on its subnet, of either family */
export const interfaceCidr: ValueType<InterfaceCidr> = {
  kind: KIND,
  placeholder: "CIDR",
  parse: parseInterfaceCidr,
};
