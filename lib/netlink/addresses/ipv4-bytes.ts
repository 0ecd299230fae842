import { type Ipv4, parseIpv4 } from "../../values/address/ipv4.ts";

/** Returns the four bytes of an address, in network order */
export function ipv4Bytes(address: Ipv4): Uint8Array {
  return Uint8Array.from(address.split("."), Number);
}

/** Returns the address of four bytes */
export function ipv4Of(bytes: Uint8Array): Ipv4 {
  return parseIpv4(bytes.join("."));
}
