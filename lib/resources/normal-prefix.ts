import ipaddr from "ipaddr.js";

import { addressBytes } from "../netlink/addresses/address-bytes.ts";
import { ipv6Text } from "../netlink/addresses/ipv6-text.ts";

/**
 * Writes an address, or a network, as the kernel prints it, whichever way it was typed: `10/8` is `10.0.0.0/8`, `FD00:0::1` is
 * `fd00::1`, `0/0` is `default`. What is no address stays as it is.
 *
 * Source: get_prefix_1() and get_addr_1() of iproute2's lib/utils.c
 */
export function normalPrefix(typed: string): string {
  if (/^(?:default|any|all)$/.test(typed)) return "default";
  const [host = "", length] = typed.split("/");
  const bytes = bytesOf(host);
  if (bytes === null) return typed;
  const bits = length === undefined ? bytes.byteLength * 8 : bitsOf(length);
  if (bits === 0) return "default";
  if (bits === null || bits > bytes.byteLength * 8) return typed;
  const network = Buffer.from(bytes.map((byte, at) => byte & maskOfByte(bits - 8 * at)));
  const text = network.byteLength === 4 ? network.join(".") : ipv6Text(network);
  return bits === network.byteLength * 8 ? text : `${text}/${bits}`;
}

/** Of IPv4 the last parts may be left out: they are zero */
function bytesOf(host: string): Buffer | null {
  if (/^\d{1,3}(?:\.\d{1,3}){0,3}$/.test(host)) {
    const parts = host.split(".").map(Number);
    return parts.some((part) => part > 255) ? null : Buffer.from([...parts, 0, 0, 0].slice(0, 4));
  }
  const bytes = addressBytes(host);
  return bytes === null ? null : Buffer.from(bytes);
}

/** A number, or a mask of IPv4 */
function bitsOf(length: string): number | null {
  if (/^\d{1,3}$/.test(length)) return Number(length);
  return ipaddr.IPv4.isValidFourPartDecimal(length) ? ipaddr.IPv4.parse(length).prefixLengthFromSubnetMask() : null;
}

function maskOfByte(bits: number): number {
  return bits >= 8 ? 0xff : bits <= 0 ? 0 : (0xff00 >> bits) & 0xff;
}
