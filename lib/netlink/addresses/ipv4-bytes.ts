import { type Ipv4, parseIpv4 } from "../../values/address/ipv4.ts";

/** The four bytes of an address, in network order */
export function ipv4Bytes(address: Ipv4): Uint8Array {
  return Uint8Array.from(address.split("."), Number);
}

/** The address that four bytes are */
export function ipv4Of(bytes: Uint8Array): Ipv4 {
  return parseIpv4(bytes.join("."));
}
