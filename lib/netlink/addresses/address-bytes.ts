import ipaddr from "ipaddr.js";

/**
 * Reads the bytes of an address, in network order: 4 of IPv4, 16 of IPv6.
 *
 * @returns `null` of what is no address: `10.1`, `010.0.0.1`, `fe80::1%eth0`
 */
export function addressBytes(address: string): Uint8Array | null {
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return Uint8Array.from(address.split("."), Number);
  const isIpv6 = address.includes(":") && !address.includes("%") && ipaddr.IPv6.isValid(address);
  return isIpv6 ? Uint8Array.from(ipaddr.IPv6.parse(address).toByteArray()) : null;
}
