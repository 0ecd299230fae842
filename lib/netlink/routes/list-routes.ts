import type { FAMILY } from "../addresses/address-message.ts";
import { u32 } from "../rtnetlink/attribute.ts";
import type { RouteSocket } from "../rtnetlink/route-socket.ts";
import { ANY_ROUTE, decodeRoute, ROUTE, routeHeader, type RouteMessage, RTA } from "./route-message.ts";

/** A filter for routes */
export interface RouteFilter {
  /** `any` for both versions */
  readonly family: (typeof FAMILY)[keyof typeof FAMILY];
  /** The number of the table, such as `TABLE.main` */
  readonly table?: number;
  /** The index of the outgoing link */
  readonly link?: number;
  /** The routes' origin, such as `PROTOCOL.static` */
  readonly protocol?: number;
}

/**
 * Lists routes, in lookup order.
 *
 * Equivalent to: `ip route show table $table dev $link proto $protocol`
 *
 * @throws {Refusal} `ENOENT` when there is no such table
 */
export function listRoutes(socket: RouteSocket, { family, table, link, protocol = 0 }: RouteFilter): RouteMessage[] {
  const header = routeHeader({ ...ANY_ROUTE, family, protocol });
  const attributes = [
    ...(table === undefined ? [] : [u32(RTA.table, table)]),
    ...(link === undefined ? [] : [u32(RTA.outputLink, link)]),
  ];
  const told = socket.list({ type: ROUTE.get, flags: 0, header, attributes }).map(decodeRoute);
  // A kernel before 4.20 ignores the filter. Any kernel lists the other next hops of a multipath route
  return told.filter((one) => table === undefined || one.table === table);
}
