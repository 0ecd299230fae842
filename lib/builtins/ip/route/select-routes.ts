/**
 * Which routes are shown. The kernel does not sift by all that can be asked for.
 * Source: filter_nlmsg() of iproute2's ip/iproute.c
 *
 * @module
 */
import { FAMILY } from "../../../netlink/addresses/address-message.ts";
import { listRoutes, type RouteFilter } from "../../../netlink/routes/list-routes.ts";
import { ROUTE_FLAGS, ROUTE_TYPE, type RouteMessage, RTA, TABLE } from "../../../netlink/routes/route-message.ts";
import { Refusal } from "../../../netlink/rtnetlink/refusal.ts";
import type { RouteSocket } from "../../../netlink/rtnetlink/route-socket.ts";
import { type Cidr, prefixOf } from "../../../values/cidr.ts";
import { networkAddress } from "../../../values/subnet.ts";
import { indexOf } from "../link/resolve.ts";
import { protocolNames, scopeNames, tableNames } from "../names.ts";
import type { NumberNames } from "../number-names.ts";
import { NotOurs } from "../words.ts";
import type { RouteSelection } from "./selection-words.ts";

/**
 * Asks the kernel for the routes that are meant.
 *
 * @throws {Complaint} when there is no such device
 * @throws {NotOurs} when there is no such table, which `ip` says more of than others do
 */
export function selectRoutes(
  socket: RouteSocket,
  family: RouteFilter["family"],
  selection: RouteSelection,
): RouteMessage[] {
  if (family === FAMILY.inet6) refuseIpv6(selection);
  // What is said wrongly is complained of before what is not there
  const scope = numberIn(scopeNames, selection.scope);
  const told = filterOf(socket, selection);
  const filter = family === FAMILY.any ? told : { ...told, family };
  return listed(socket, filter).filter((route) => isWanted(route, filter, selection, scope));
}

function filterOf(socket: RouteSocket, { table, dev, protocol }: RouteSelection): RouteFilter {
  const tableNumber = table === undefined ? TABLE.main : numberOfTable(table);
  const protocolNumber = numberIn(protocolNames, protocol);
  return {
    // Of a table the routes of IPv4 are shown, of all tables those of both versions
    family: tableNumber === 0 ? FAMILY.any : FAMILY.inet,
    ...(tableNumber !== 0 && { table: tableNumber }),
    ...(protocolNumber !== undefined && { protocol: protocolNumber }),
    ...(dev !== undefined && { link: indexOf(socket, dev) }),
  };
}

/** Of one table alone, and of destinations, another filter is made for IPv6: that is the real one's */
function refuseIpv6({ table, destination }: RouteSelection): void {
  if (table !== "all" || destination !== undefined) throw new NotOurs();
}

function listed(socket: RouteSocket, filter: RouteFilter): RouteMessage[] {
  try {
    return listRoutes(socket, filter);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // The main table is made with its first route
    if (filter.table === TABLE.main && error.code === "ENOENT") return [];
    throw new NotOurs();
  }
}

/** 0 is all of them, which `ip` takes from whoever says so in another way as well */
function numberOfTable(word: string): number {
  if (word === "all") return 0;
  const number = numberIn(tableNames, word);
  if (number === undefined || number === 0) throw new NotOurs();
  return number;
}

function numberIn(names: () => NumberNames, word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  const numbers = names().numbersOf(word);
  if (numbers.length === 0 && /^(?:0|[1-9]\d{0,8})$/.test(word)) return Number(word);
  const [number] = numbers;
  if (number === undefined || numbers.length > 1) throw new NotOurs();
  return number;
}

function isWanted(
  route: RouteMessage,
  { link, protocol }: RouteFilter,
  { type, destination }: RouteSelection,
  scope: number | undefined,
): boolean {
  const { attributes } = route;
  if ((route.flags & ROUTE_FLAGS.found) !== 0) return false;
  if (link !== undefined && attributes.get(RTA.outputLink)?.readUInt32LE(0) !== link) return false;
  if (protocol !== undefined && route.protocol !== protocol) return false;
  if (scope !== undefined && route.scope !== scope) return false;
  if (type !== undefined && route.type !== ROUTE_TYPE[type]) return false;
  return destination === undefined || isTo(route, destination);
}

/** A network is meant exactly, not what is in it */
function isTo({ family, prefix, attributes }: RouteMessage, destination: Cidr | "default"): boolean {
  if (destination === "default") return prefix === 0;
  if (family !== FAMILY.inet || prefix !== prefixOf(destination)) return false;
  return (attributes.get(RTA.destination)?.join(".") ?? "0.0.0.0") === networkAddress(destination);
}
