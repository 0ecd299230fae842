import { decode, u32 } from "../rtnetlink/attribute.ts";
import type { RouteSocket } from "../rtnetlink/route-socket.ts";

/** RTM_GETNSID */
const GET = 90;
/** NETNSA_*, include/uapi/linux/net_namespace.h */
const NETNSA = { id: 1, fd: 3 } as const;

/** `struct rtgenmsg`, padded: a family, of which none is meant */
const HEADER_BYTES = 4;

/**
 * The number by which the socket's network namespace knows another one, as IFLA_LINK_NETNSID of a link that leads there.
 *
 * Equivalent to: `ip netns list-id nsid …`
 *
 * @param network a descriptor of the other one
 * @returns `null` when it has none for it: no link leads there
 * @throws {Refusal} `EINVAL` when the descriptor is not a network namespace's
 */
export function namespaceIdOf(socket: RouteSocket, network: number): number | null {
  const answer = socket.ask({
    type: GET,
    flags: 0,
    header: new Uint8Array(HEADER_BYTES),
    attributes: [u32(NETNSA.fd, network)],
  });
  const id = decode(answer.subarray(HEADER_BYTES)).get(NETNSA.id)?.readInt32LE(0) ?? -1;
  return id < 0 ? null : id;
}
