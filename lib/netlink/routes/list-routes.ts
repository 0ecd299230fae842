import { FAMILY } from "../addresses/address-message.ts";
import { u32 } from "../rtnetlink/attribute.ts";
import type { RouteSocket } from "../rtnetlink/route-socket.ts";
import { ANY_ROUTE, decodeRoute, ROUTE, routeHeader, type RouteMessage, RTA } from "./route-message.ts";

/**
 * The routes of one table, in the order in which they are tried.
 *
 * Equivalent to: `ip route show table $table`
 *
 * @param table its number, such as `TABLE.main`
 * @throws {Refusal} `ENOENT` when there is no such table
 */
export function listRoutes(socket: RouteSocket, table: number): RouteMessage[] {
  const header = routeHeader({ ...ANY_ROUTE, family: FAMILY.inet });
  const told = socket.list({ type: ROUTE.get, flags: 0, header, attributes: [u32(RTA.table, table)] });
  return told.map(decodeRoute).filter((one) => one.table === table);
}
