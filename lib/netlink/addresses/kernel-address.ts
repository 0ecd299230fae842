import { type Address, addressFrom } from "../../values/address/address.ts";
import type { Family } from "../../values/address/family.ts";
import { type Subnet, subnetFrom } from "../../values/address/subnet.ts";
import { FAMILY } from "./address-message.ts";

/** Returns the family of AF_INET or AF_INET6; `null` for any other number */
export function familyNumbered(number: number): Family | null {
  if (number === FAMILY.inet) return "inet";
  return number === FAMILY.inet6 ? "inet6" : null;
}

/** Returns the address in an attribute; `null` without one, and for any other family */
export function kernelAddress(family: number, bytes: Buffer | undefined): Address | null {
  return bytes === undefined || familyNumbered(family) === null ? null : addressFrom(bytes);
}

/** Returns the network in an attribute, with the length of its prefix; `null` as {@linkcode kernelAddress} does */
export function kernelPrefix(family: number, bytes: Buffer | undefined, length: number): Subnet | null {
  return bytes === undefined || familyNumbered(family) === null ? null : subnetFrom(bytes, length);
}
