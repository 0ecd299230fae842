import { FAMILY } from "../addresses/address-message.ts";
import { u32 } from "../rtnetlink/attribute.ts";
import type { RouteSocket } from "../rtnetlink/route-socket.ts";
import { decodeNeighbour, NDA, NEIGHBOUR, neighbourHeader, type NeighbourMessage } from "./neighbour-message.ts";

/**
 * The neighbours behind a link, or all; of both versions of IP.
 *
 * Equivalent to: `ip neighbour show dev $link nud all`
 *
 * @param link the link's number in the socket's own network namespace, or 0 for all
 * @throws {Refusal} when the kernel does not tell
 */
export function listNeighbours(socket: RouteSocket, link: number): NeighbourMessage[] {
  const header = neighbourHeader({ family: FAMILY.any, link: 0, state: 0, flags: 0 });
  const attributes = link === 0 ? [] : [u32(NDA.link, link)];
  const told = socket.list({ type: NEIGHBOUR.get, flags: 0, header, attributes }).map(decodeNeighbour);
  // A kernel before 4.4 tells all, whatever was asked for
  return link === 0 ? told : told.filter((one) => one.link === link);
}
