import { FAMILY } from "../addresses/address-message.ts";
import { bytes } from "../rtnetlink/attribute.ts";
import type { RouteSocket } from "../rtnetlink/route-socket.ts";
import { ANY_ROUTE, decodeRoute, ROUTE, ROUTE_FLAGS, routeHeader, type RouteMessage, RTA } from "./route-message.ts";

/**
 * Looks up the route of a packet to an address.
 *
 * Equivalent to: `ip route get $address`
 *
 * @param address 4 bytes of IPv4, or 16 of IPv6
 * @throws {Refusal} `ENETUNREACH` when there is none, `EHOSTUNREACH`, `EACCES` or `EINVAL` from a route of
 * that type
 */
export function findRoute(socket: RouteSocket, address: Uint8Array): RouteMessage {
  // With strict checking, the kernel refuses the flag for IPv6, and returns the table anyway
  const [family, flags] =
    address.byteLength === 4 ? ([FAMILY.inet, ROUTE_FLAGS.withTable] as const) : ([FAMILY.inet6, 0] as const);
  const header = routeHeader({ ...ANY_ROUTE, family, prefix: 8 * address.byteLength, flags });
  return decodeRoute(socket.ask({ type: ROUTE.get, flags: 0, header, attributes: [bytes(RTA.destination, address)] }));
}
