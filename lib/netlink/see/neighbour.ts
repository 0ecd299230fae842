/**
 * Neighbours, as the kernel describes them: who has which hardware address.
 *
 * @module
 */
import type { Address } from "../../values/address/address.ts";
import { parseSubnet, contains } from "../../values/address/subnet.ts";
import { kernelAddress } from "../addresses/kernel-address.ts";
import { linkOf } from "../links/find-link.ts";
import { IFLA } from "../links/link-message.ts";
import { listNeighbours } from "../neighbours/list-neighbours.ts";
import { NDA, NEIGHBOUR_STATES, type NeighbourMessage } from "../neighbours/neighbour-message.ts";
import { textOf } from "../rtnetlink/attribute.ts";
import type { RouteSocket } from "../rtnetlink/route-socket.ts";

/** A neighbour */
export interface SeenNeighbour {
  readonly destination: Address;
  readonly dev: string;
  /** The hardware address, `02:00:00:00:00:01`; `null` as long as nobody has told it */
  readonly address: string | null;
  /** `permanent` and `noarp` stay; any other is forgotten, or learned again, by the kernel itself */
  readonly state: "permanent" | "noarp" | "passing";
  readonly isRouter: boolean;
}

/** The kernel makes these itself, RFC 5771 and RFC 4291 2.7 */
const MULTICAST = ["224.0.0.0/4", "ff00::/8"].map(parseSubnet);

/** NTF_ROUTER */
const ROUTER = 0x80;

/**
 * Sees the neighbours of all links, those of multicast left out.
 *
 * Equivalent to: `ip neighbour show nud all`
 *
 * @throws {Refusal} when the kernel does not answer
 */
export function seeNeighbours(socket: RouteSocket): readonly SeenNeighbour[] {
  return listNeighbours(socket).flatMap((message) => seenNeighbour(message, socket));
}

function seenNeighbour({ family, link, state, flags, attributes }: NeighbourMessage, socket: RouteSocket) {
  const [destination, address] = [kernelAddress(family, attributes.get(NDA.destination)), attributes.get(NDA.address)];
  if (destination === null || MULTICAST.some((block) => contains(block, destination))) return [];
  const seen: SeenNeighbour = {
    destination,
    dev: textOf(linkOf(socket, link)?.attributes.get(IFLA.name) ?? Buffer.alloc(0)),
    address: address === undefined ? null : address.toString("hex").replace(/..(?=.)/g, "$&:"),
    state:
      (state & NEIGHBOUR_STATES.permanent) !== 0
        ? "permanent"
        : (state & NEIGHBOUR_STATES.noarp) !== 0
          ? "noarp"
          : "passing",
    isRouter: (flags & ROUTER) !== 0,
  };
  return [seen];
}
