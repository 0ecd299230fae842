import { type Address, addressFrom } from "../../values/address/address.ts";
import type { Family } from "../../values/address/family.ts";
import { type Subnet, subnetFrom } from "../../values/address/subnet.ts";
import { FAMILY } from "./address-message.ts";

/** The family that the kernel has a number for, AF_INET or AF_INET6; `null` of another one */
export function familyNumbered(number: number): Family | null {
  if (number === FAMILY.inet) return "inet";
  return number === FAMILY.inet6 ? "inet6" : null;
}

/** The address in an attribute, by its family; `null` of another family, or without one */
export function kernelAddress(family: number, bytes: Buffer | undefined): Address | null {
  return bytes === undefined || familyNumbered(family) === null ? null : addressFrom(bytes);
}

/** The network in an attribute, with the length of its prefix; `null` as of {@linkcode kernelAddress} */
export function kernelPrefix(family: number, bytes: Buffer | undefined, length: number): Subnet | null {
  return bytes === undefined || familyNumbered(family) === null ? null : subnetFrom(bytes, length);
}
