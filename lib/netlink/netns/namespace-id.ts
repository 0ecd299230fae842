import { decode, u32 } from "../rtnetlink/attribute.ts";
import type { RouteSocket } from "../rtnetlink/route-socket.ts";

/** RTM_GETNSID, include/uapi/linux/rtnetlink.h */
const GET_ID = 90;

/** `struct rtgenmsg`, of any family, with its padding */
const HEADER = new Uint8Array(4);

/** NETNSA_*, include/uapi/linux/net_namespace.h */
const NETNSA = { id: 1, fd: 3 } as const;

/**
 * The number by which the socket's network namespace knows another one, such as that of a peer's in `ip link`: it has one
 * when a link leads there, or when it was given.
 *
 * Equivalent to: `ip netns list-id`
 *
 * @returns `null` when it has none
 * @throws {Refusal} `EINVAL` when it is no network namespace's descriptor
 */
export function namespaceId(socket: RouteSocket, network: number): number | null {
  const told = socket.ask({ type: GET_ID, flags: 0, header: HEADER, attributes: [u32(NETNSA.fd, network)] });
  const id = decode(told.subarray(HEADER.byteLength)).get(NETNSA.id)?.readInt32LE(0) ?? -1;
  return id < 0 ? null : id;
}
