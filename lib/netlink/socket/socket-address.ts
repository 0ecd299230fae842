/**
 * `struct sockaddr_in`, ip(7): family in host order, then port and address in network order.
 *
 * @module
 */
import { type Ipv4, parseIpv4 } from "../../values/address/ipv4.ts";
import type { Port } from "../../values/port.ts";

export const AF_INET = 2;
export const ADDRESS_BYTES = 16;

/** Encodes an address and a port; `0.0.0.0` means every local address */
export function socketAddress(address: Ipv4 | "0.0.0.0", port: Port): Uint8Array {
  const bytes = Buffer.alloc(ADDRESS_BYTES);
  bytes.writeUInt16LE(AF_INET, 0);
  bytes.writeUInt16BE(port, 2);
  bytes.set(address.split(".").map(Number), 4);
  return bytes;
}

/** Decodes the address of a `struct sockaddr_in` */
export function ipv4In(address: Uint8Array): Ipv4 {
  return parseIpv4([...address.subarray(4, 8)].join("."));
}
