/**
 * What routes rarely have, and has words of its own.
 *
 * @module
 */
import { FAMILY } from "../../../netlink/addresses/address-message.ts";
import { type RouteMessage, RTA } from "../../../netlink/routes/route-message.ts";
import type { Attributes } from "../../../netlink/rtnetlink/attribute.ts";
import { NotOurs } from "../words.ts";

/** A source, a realm, a router of another family, another destination, a tunnel, a time to live */
const RARE = [RTA.source, RTA.flow, RTA.via, RTA.newDestination, RTA.encapsulation, RTA.ttlPropagation];

/**
 * Passes a route that has none of it.
 *
 * @throws {NotOurs} when it has, which the real `ip` shows
 */
export function refuseRare({ family, sourcePrefix, tos, attributes }: RouteMessage): void {
  const isInternet = family === FAMILY.inet || family === FAMILY.inet6;
  const isMarked = (attributes.get(RTA.mark)?.readUInt32LE(0) ?? 0) !== 0;
  if (!isInternet || isMarked || sourcePrefix !== 0 || tos !== 0) throw new NotOurs();
  refuseRareAttributes(attributes);
}

/** The same, of one of the ways of a route that has several */
export function refuseRareAttributes(attributes: Attributes): void {
  if (RARE.some((type) => attributes.has(type))) throw new NotOurs();
}
