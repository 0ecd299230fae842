/**
 * Neighbours, as the kernel describes them: the hardware addresses of hosts on a link.
 *
 * @module
 */
import type { Address } from "../../values/address/address.ts";
import { parseSubnet, contains } from "../../values/address/subnet.ts";
import { kernelAddress } from "../addresses/kernel-address.ts";
import { linkOf } from "../links/find-link.ts";
import { IFLA } from "../links/link-message.ts";
import { listNeighbours, listProxies } from "../neighbours/list-neighbours.ts";
import { NDA, NEIGHBOUR_FLAGS, NEIGHBOUR_STATES, type NeighbourMessage } from "../neighbours/neighbour-message.ts";
import { textOf } from "../rtnetlink/attribute.ts";
import type { RouteSocket } from "../rtnetlink/route-socket.ts";
import { routeProtocol } from "./route-protocol.ts";

/** A neighbour */
export interface SeenNeighbour {
  readonly destination: Address;
  /** The link; empty for a proxy on all links */
  readonly dev: string;
  /** The hardware address, `02:00:00:00:00:01`; `null` while it is unresolved */
  readonly address: string | null;
  /**
   * `permanent` and `noarp` stay; the kernel itself removes a `passing` one, and learns it again; for a `proxy`, this
   * host answers as if it had the address
   */
  readonly state: "permanent" | "noarp" | "passing" | "proxy";
  readonly isRouter: boolean;
  /** The program that added it, by name or number; `null` when the kernel does not report one */
  readonly protocol: string | null;
}

/** Multicast blocks, for which the kernel makes neighbours itself: RFC 5771 and RFC 4291 2.7 */
const MULTICAST = ["224.0.0.0/4", "ff00::/8"].map(parseSubnet);

/**
 * Sees the neighbours of all links, without those for multicast; the proxies come last.
 *
 * Equivalent to: `ip neighbour show nud all; ip neighbour show proxy`
 *
 * @throws {Refusal} when the kernel does not answer
 */
export function seeNeighbours(socket: RouteSocket): readonly SeenNeighbour[] {
  return [...listNeighbours(socket), ...listProxies(socket)].flatMap((message) => seenNeighbour(message, socket));
}

function seenNeighbour({ family, link, state, flags, attributes }: NeighbourMessage, socket: RouteSocket) {
  const [destination, address] = [kernelAddress(family, attributes.get(NDA.destination)), attributes.get(NDA.address)];
  if (destination === null || MULTICAST.some((block) => contains(block, destination))) return [];
  const protocol = attributes.get(NDA.protocol)?.at(0) ?? 0;
  const seen: SeenNeighbour = {
    destination,
    dev: nameOf(socket, link),
    address: address === undefined ? null : address.toString("hex").replace(/..(?=.)/g, "$&:"),
    state: stateOf(state, flags),
    isRouter: (flags & NEIGHBOUR_FLAGS.router) !== 0,
    protocol: protocol === 0 ? null : routeProtocol(protocol),
  };
  return [seen];
}

function stateOf(state: number, flags: number): SeenNeighbour["state"] {
  if ((flags & NEIGHBOUR_FLAGS.proxy) !== 0) return "proxy";
  if ((state & NEIGHBOUR_STATES.permanent) !== 0) return "permanent";
  return (state & NEIGHBOUR_STATES.noarp) !== 0 ? "noarp" : "passing";
}

/** Returns a link's name; empty for index 0, which is not a link */
function nameOf(socket: RouteSocket, link: number): string {
  const found = link === 0 ? null : linkOf(socket, link);
  return textOf(found?.attributes.get(IFLA.name) ?? Buffer.alloc(0));
}
