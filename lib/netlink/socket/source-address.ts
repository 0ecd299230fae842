import type { Ipv4 } from "../../values/address/ipv4.ts";
import { parsePort } from "../../values/port.ts";
import { checked, libc } from "../libc.ts";
import { inNetwork } from "../namespaces.ts";
import { ADDRESS_BYTES, AF_INET, ipv4In, socketAddress } from "./socket-address.ts";

/** SOCK_DGRAM | SOCK_CLOEXEC */
const DATAGRAMS = 0x8_0002;

/** The discard port, RFC 863 */
const ANY_PORT = parsePort("9");

/**
 * Returns the source address of packets to a destination, in the network namespace of a descriptor; for a
 * local destination, that address itself. Nothing is sent: connecting a datagram socket only looks up the
 * route.
 *
 * Equivalent to: `ip route get $address`
 *
 * @returns `null` when there is no route
 */
export function sourceAddress(network: number, address: Ipv4): Ipv4 | null {
  const socket = inNetwork(network, () => checked("open a socket", libc.socket(AF_INET, DATAGRAMS, 0)));
  try {
    if (libc.connect(socket, socketAddress(address, ANY_PORT), ADDRESS_BYTES) < 0) return null;
    const own = Buffer.alloc(ADDRESS_BYTES);
    checked("read the address of the socket", libc.getsockname(socket, own, new Uint32Array([ADDRESS_BYTES])));
    return ipv4In(own);
  } finally {
    libc.close(socket);
  }
}
