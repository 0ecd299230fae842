import { FAMILY } from "../addresses/address-message.ts";
import type { RouteSocket } from "../rtnetlink/route-socket.ts";
import {
  decodeNeighbour,
  NEIGHBOUR,
  NEIGHBOUR_FLAGS,
  neighbourHeader,
  type NeighbourMessage,
} from "./neighbour-message.ts";

/**
 * Lists the neighbours on all links, IPv4 and IPv6.
 *
 * Equivalent to: `ip neighbour show nud all`
 *
 * @throws {Refusal} when the kernel refuses
 */
export function listNeighbours(socket: RouteSocket): NeighbourMessage[] {
  return list(socket, 0);
}

/**
 * Lists the proxies of all links: addresses that this host answers for, of both versions of IP.
 *
 * Equivalent to: `ip neighbour show proxy`
 *
 * @throws {Refusal} when the kernel does not tell
 */
export function listProxies(socket: RouteSocket): NeighbourMessage[] {
  return list(socket, NEIGHBOUR_FLAGS.proxy);
}

function list(socket: RouteSocket, flags: number): NeighbourMessage[] {
  const header = neighbourHeader({ family: FAMILY.any, link: 0, state: 0, flags });
  return socket.list({ type: NEIGHBOUR.get, flags: 0, header, attributes: [] }).map(decodeNeighbour);
}
