import { type Ipv4, parseIpv4 } from "../values/ipv4.ts";
import { checked, libc } from "./libc.ts";
import { inNetwork } from "./namespaces.ts";

const AF_INET = 2;
/** SOCK_DGRAM | SOCK_CLOEXEC */
const DATAGRAMS = 0x8_0002;

/** `struct sockaddr_in`, ip(7): family in host order, then port and address in network order */
const ADDRESS_BYTES = 16;
const ANY_PORT = 9;

/**
 * The address that packets to another one would come from, in the network namespace behind a descriptor; to one of its own,
 * that is this very one. Nothing is sent: a datagram socket is only told of its peer.
 *
 * Equivalent to: `ip route get $address`
 *
 * @returns `null` when there is no way there
 */
export function sourceAddress(network: number, address: Ipv4): Ipv4 | null {
  const socket = inNetwork(network, () => checked("open a socket", libc.socket(AF_INET, DATAGRAMS, 0)));
  try {
    const bytes = Buffer.alloc(ADDRESS_BYTES);
    bytes.writeUInt16LE(AF_INET, 0);
    bytes.writeUInt16BE(ANY_PORT, 2);
    bytes.set(address.split(".").map(Number), 4);
    if (libc.connect(socket, bytes, ADDRESS_BYTES) < 0) return null;
    checked("ask for the own address", libc.getsockname(socket, bytes, new Uint32Array([ADDRESS_BYTES])));
    return parseIpv4([...bytes.subarray(4, 8)].join("."));
  } finally {
    libc.close(socket);
  }
}
