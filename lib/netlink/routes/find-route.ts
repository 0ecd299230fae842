import type { Ipv4 } from "../../values/ipv4.ts";
import { FAMILY } from "../addresses/address-message.ts";
import { ipv4Bytes } from "../addresses/ipv4-bytes.ts";
import { bytes } from "../rtnetlink/attribute.ts";
import type { RouteSocket } from "../rtnetlink/route-socket.ts";
import { ANY_ROUTE, decodeRoute, ROUTE, ROUTE_FLAGS, routeHeader, type RouteMessage, RTA } from "./route-message.ts";

/**
 * The way that a packet to an address would take.
 *
 * Equivalent to: `ip route get $address`
 *
 * @throws {Refusal} `ENETUNREACH` when there is none, `EHOSTUNREACH` or `EACCES` when a route says so
 */
export function findRoute(socket: RouteSocket, address: Ipv4): RouteMessage {
  const header = routeHeader({ ...ANY_ROUTE, family: FAMILY.inet, prefix: 32, flags: ROUTE_FLAGS.withTable });
  const attributes = [bytes(RTA.destination, ipv4Bytes(address))];
  return decodeRoute(socket.ask({ type: ROUTE.get, flags: 0, header, attributes }));
}
