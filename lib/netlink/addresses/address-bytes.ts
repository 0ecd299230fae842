import ipaddr from "ipaddr.js";

/**
 * Parses an address into bytes in network order: 4 for IPv4, 16 for IPv6.
 *
 * @returns `null` for what is not an address: `10.1`, `010.0.0.1`, `fe80::1%eth0`
 */
export function addressBytes(address: string): Uint8Array | null {
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return Uint8Array.from(address.split("."), Number);
  const isIpv6 = address.includes(":") && !address.includes("%") && ipaddr.IPv6.isValid(address);
  return isIpv6 ? Uint8Array.from(ipaddr.IPv6.parse(address).toByteArray()) : null;
}
