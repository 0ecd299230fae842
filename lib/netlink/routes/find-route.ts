import { FAMILY } from "../addresses/address-message.ts";
import { bytes } from "../rtnetlink/attribute.ts";
import type { RouteSocket } from "../rtnetlink/route-socket.ts";
import { ANY_ROUTE, decodeRoute, ROUTE, ROUTE_FLAGS, routeHeader, type RouteMessage, RTA } from "./route-message.ts";

/**
 * Finds the way that a packet to an address would take.
 *
 * Equivalent to: `ip route get $address`
 *
 * @param address 4 bytes of IPv4, or 16 of IPv6
 * @throws {Refusal} `ENETUNREACH` when there is none, `EHOSTUNREACH`, `EACCES` or `EINVAL` when a route says so
 */
export function findRoute(socket: RouteSocket, address: Uint8Array): RouteMessage {
  // A strict kernel refuses the flag with IPv6, and says the table all the same
  const [family, flags] =
    address.byteLength === 4 ? ([FAMILY.inet, ROUTE_FLAGS.withTable] as const) : ([FAMILY.inet6, 0] as const);
  const header = routeHeader({ ...ANY_ROUTE, family, prefix: 8 * address.byteLength, flags });
  return decodeRoute(socket.ask({ type: ROUTE.get, flags: 0, header, attributes: [bytes(RTA.destination, address)] }));
}
