import { FAMILY } from "../addresses/address-message.ts";
import type { RouteSocket } from "../rtnetlink/route-socket.ts";
import { decodeNeighbour, NEIGHBOUR, neighbourHeader, type NeighbourMessage } from "./neighbour-message.ts";

/**
 * Lists the neighbours on all links, IPv4 and IPv6.
 *
 * Equivalent to: `ip neighbour show nud all`
 *
 * @throws {Refusal} when the kernel refuses
 */
export function listNeighbours(socket: RouteSocket): NeighbourMessage[] {
  const header = neighbourHeader({ family: FAMILY.any, link: 0, state: 0, flags: 0 });
  return socket.list({ type: NEIGHBOUR.get, flags: 0, header, attributes: [] }).map(decodeNeighbour);
}
