/**
 * Routes, as the kernel describes them.
 *
 * @module
 */
import { type Address, addressBytes } from "../../values/address/address.ts";
import type { Family } from "../../values/address/family.ts";
import { parseSubnet, type Subnet } from "../../values/address/subnet.ts";
import { familyNumbered, kernelAddress, kernelPrefix } from "../addresses/kernel-address.ts";
import { linkOf } from "../links/find-link.ts";
import { IFLA } from "../links/link-message.ts";
import { findRoute } from "../routes/find-route.ts";
import { type RouteFilter, listRoutes } from "../routes/list-routes.ts";
import { metricsIn, type RouteMetric } from "../routes/metrics.ts";
import { nextHopsIn } from "../routes/next-hops.ts";
import { ROUTE_TYPE, type RouteMessage, RTA, TABLE } from "../routes/route-message.ts";
import { type Attributes, textOf } from "../rtnetlink/attribute.ts";
import { Refusal } from "../rtnetlink/refusal.ts";
import type { RouteSocket } from "../rtnetlink/route-socket.ts";
import { scopeName } from "./address.ts";
import { routeProtocol } from "./route-protocol.ts";

/** One of the ways of a route that has several */
export interface SeenNextHop {
  readonly gateway: Address | null;
  readonly dev: string;
  readonly weight: number;
  readonly isOnLink: boolean;
}

/** A route */
export interface SeenRoute {
  readonly family: Family;
  /** `unicast`, `blackhole`, or a number that has no name */
  readonly type: string;
  readonly destination: Subnet;
  /** Packets from there only: of IPv6, in a kernel that tells them apart; `null` of all */
  readonly from: Subnet | null;
  readonly tos: number;
  /** Of tc, `7` or `7/8`; `null` without one */
  readonly realms: string | null;
  /** The next-hop object that has its ways; `null` where it has ways of its own */
  readonly nextHopId: number | null;
  /** It may be of the other family: IPv4 by a neighbour of IPv6, RFC 5549 */
  readonly gateway: Address | null;
  /** `null` of one that leads nowhere, or has several ways */
  readonly dev: string | null;
  /** `main`, `local`, or the number of another table */
  readonly table: string;
  /** `kernel`, `static`, or the number of another maker */
  readonly protocol: string;
  readonly scope: string;
  /** The address that packets get as their source; `null` where the kernel chooses */
  readonly source: Address | null;
  readonly metric: number | null;
  readonly isOnLink: boolean;
  readonly metrics: readonly RouteMetric[];
  /** What its router says of itself, RFC 4191: `high`, `low`; `null` of the usual one */
  readonly preference: "high" | "low" | null;
  readonly nextHops: readonly SeenNextHop[];
  /** What there is beside all that, in hexadecimal digits: a tunnel, a realm; `null` where these are all of its settings */
  readonly unread: string | null;
}

/** What a route has for all other destinations, of which the kernel says nothing */
const EVERYTHING: Readonly<Record<Family, Subnet>> = { inet: parseSubnet("0.0.0.0/0"), inet6: parseSubnet("::/0") };

/** RTNH_F_ONLINK */
const ON_LINK = 0x4;

/** ICMPV6_ROUTER_PREF_* */
const PREFERENCES: Readonly<Record<number, SeenRoute["preference"]>> = { 1: "high", 3: "low" };

/** Another destination, a tunnel, a hop count */
const OTHERS = [RTA.newDestination, RTA.encapsulation, RTA.ttlPropagation];

/** Names of tables that iproute2 has built in, lib/rt_names.c */
const TABLES = new Map<number, string>(Object.entries(TABLE).map(([name, number]) => [number, name]));
const TYPES = new Map<number, string>(Object.entries(ROUTE_TYPE).map(([name, type]) => [type, name]));

/**
 * Sees routes of all tables, in the order in which they are tried.
 *
 * Equivalent to: `ip route show table all dev $link`, for both families
 *
 * @throws {Refusal} when the kernel does not answer
 */
export function seeRoutes(socket: RouteSocket, filter: Omit<RouteFilter, "table">): readonly SeenRoute[] {
  const nameOf = namesFrom(socket);
  return listRoutes(socket, filter).flatMap((message) => seenRoute(message, nameOf));
}

/**
 * Sees the route that a packet to an address takes.
 *
 * Equivalent to: `ip route get $address`
 *
 * @returns `null` when none leads there, or one says that nothing does
 */
export function seeRouteTo(socket: RouteSocket, address: Address): SeenRoute | null {
  try {
    const [route = null] = seenRoute(findRoute(socket, addressBytes(address)), namesFrom(socket));
    // Of IPv6 the kernel finds this one, too, and says with it that nothing gets there
    return route === null || LEADS.has(route.type) ? route : null;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** Types of routes that lead somewhere */
const LEADS: ReadonlySet<string> = new Set(["unicast", "local", "broadcast", "multicast", "anycast"]);

/** Each name is asked for once */
function namesFrom(socket: RouteSocket): (index: number) => string {
  const names = new Map<number, string>();
  return (index) => {
    const name = names.get(index) ?? textOf(linkOf(socket, index)?.attributes.get(IFLA.name) ?? Buffer.alloc(0));
    names.set(index, name);
    return name;
  };
}

/** Nothing for one of another protocol than the two of the internet */
function seenRoute(message: RouteMessage, nameOf: (index: number) => string): readonly SeenRoute[] {
  const { attributes, flags, tos } = message;
  const family = familyNumbered(message.family);
  if (family === null) return [];
  const link = attributes.get(RTA.outputLink)?.readUInt32LE(0);
  const hops = attributes.get(RTA.multipath);
  const metrics = metricsIn(attributes.get(RTA.metrics) ?? Buffer.alloc(0));
  const ways = hops === undefined ? [] : [...nextHopsIn(hops)];
  const isWhole = metrics !== null && isPlain(attributes) && ways.every((way) => isPlain(way.attributes));
  return [
    {
      family,
      type: TYPES.get(message.type) ?? `${message.type}`,
      destination: prefixIn(message, RTA.destination, message.prefix) ?? EVERYTHING[family],
      from: prefixIn(message, RTA.source, message.sourcePrefix),
      tos,
      nextHopId: attributes.get(RTA.nextHopId)?.readUInt32LE(0) ?? null,
      realms: realmsIn(attributes.get(RTA.flow)),
      gateway: gatewayIn(attributes, message.family),
      dev: link === undefined ? null : nameOf(link),
      table: TABLES.get(message.table) ?? `${message.table}`,
      protocol: routeProtocol(message.protocol),
      scope: scopeName(message.scope),
      source: kernelAddress(message.family, attributes.get(RTA.preferredSource)),
      metric: attributes.get(RTA.priority)?.readUInt32LE(0) ?? null,
      isOnLink: (flags & ON_LINK) !== 0,
      metrics: metrics ?? [],
      preference: PREFERENCES[attributes.get(RTA.preference)?.readUInt8(0) ?? 0] ?? null,
      nextHops: ways.map((way) => ({
        gateway: gatewayIn(way.attributes, message.family),
        dev: nameOf(way.link),
        weight: way.weight,
        isOnLink: (way.flags & ON_LINK) !== 0,
      })),
      unread: isWhole ? null : [...attributes].map(([type, value]) => `${type}:${value.toString("hex")}`).join(),
    },
  ];
}

function isPlain(attributes: Attributes): boolean {
  return !OTHERS.some((type) => attributes.has(type));
}

/** `struct rtvia` has one of another family */
function gatewayIn(attributes: Attributes, family: number): Address | null {
  const via = attributes.get(RTA.via);
  if (via === undefined) return kernelAddress(family, attributes.get(RTA.gateway));
  return kernelAddress(via.readUInt16LE(0), via.subarray(2));
}

/** Reads realms: of the source in the upper half, of the destination in the lower */
export function realmsIn(flow: Buffer | undefined): string | null {
  if (flow === undefined) return null;
  const [to, from] = [flow.readUInt16LE(0), flow.readUInt16LE(2)];
  return from === 0 ? `${to}` : `${from}/${to}`;
}

function prefixIn({ family, attributes }: RouteMessage, type: number, length: number): Subnet | null {
  return kernelPrefix(family, attributes.get(type), length);
}
