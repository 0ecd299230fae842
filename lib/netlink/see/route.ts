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

/** A next hop of a route that has several */
export interface SeenNextHop {
  readonly gateway: Address | null;
  readonly dev: string;
  readonly weight: number;
  readonly isOnLink: boolean;
}

/** A route */
export interface SeenRoute {
  readonly family: Family;
  /** `unicast`, `blackhole`, or a number without a name */
  readonly type: string;
  readonly destination: Subnet;
  /** The source that it is for, in IPv6 on some kernels; `null` for any */
  readonly from: Subnet | null;
  readonly tos: number;
  /** Realms for tc, `7` or `7/8`; `null` without one */
  readonly realms: string | null;
  /** The next-hop object with its next hops; `null` when the route has its own */
  readonly nextHopId: number | null;
  /** The gateway, which may be of the other family: IPv4 over a neighbour of IPv6, RFC 5549 */
  readonly gateway: Address | null;
  /** The link; `null` for a route that leads nowhere, or has several next hops */
  readonly dev: string | null;
  /** `main`, `local`, or the number of another table */
  readonly table: string;
  /** `kernel`, `static`, or the number of another program */
  readonly protocol: string;
  readonly scope: string;
  /** The source address for packets; `null` when the kernel selects one */
  readonly source: Address | null;
  readonly metric: number | null;
  readonly isOnLink: boolean;
  readonly metrics: readonly RouteMetric[];
  /** The preference that its router announces, RFC 4191: `high`, `low`; `null` for the usual one */
  readonly preference: "high" | "low" | null;
  readonly nextHops: readonly SeenNextHop[];
  /** All other settings in hexadecimal digits, such as a tunnel; `null` when there are none */
  readonly unread: string | null;
}

/** The destination of a default route, which the kernel leaves out */
const EVERYTHING: Readonly<Record<Family, Subnet>> = { inet: parseSubnet("0.0.0.0/0"), inet6: parseSubnet("::/0") };

/** RTNH_F_ONLINK */
const ON_LINK = 0x4;

/** ICMPV6_ROUTER_PREF_* */
const PREFERENCES: Readonly<Record<number, SeenRoute["preference"]>> = { 1: "high", 3: "low" };

/** Another destination, a tunnel, a hop count */
const OTHERS = [RTA.newDestination, RTA.encapsulation, RTA.ttlPropagation];

/** Names of tables that are built into iproute2, lib/rt_names.c */
const TABLES = new Map<number, string>(Object.entries(TABLE).map(([name, number]) => [number, name]));
const TYPES = new Map<number, string>(Object.entries(ROUTE_TYPE).map(([name, type]) => [type, name]));

/**
 * Sees routes of all tables, in the order in which the kernel tries them.
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
 * Sees the route of a packet to an address.
 *
 * Equivalent to: `ip route get $address`
 *
 * @returns `null` when there is none, or it is an unreachable route or the like
 */
export function seeRouteTo(socket: RouteSocket, address: Address): SeenRoute | null {
  try {
    const [route = null] = seenRoute(findRoute(socket, addressBytes(address)), namesFrom(socket));
    // In IPv6 the kernel also returns its own route, which says that the address is unreachable
    return route === null || LEADS.has(route.type) ? route : null;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** Types of routes that lead somewhere */
const LEADS: ReadonlySet<string> = new Set(["unicast", "local", "broadcast", "multicast", "anycast"]);

/** Makes a function that requests the name of each link once */
function namesFrom(socket: RouteSocket): (index: number) => string {
  const names = new Map<number, string>();
  return (index) => {
    const name = names.get(index) ?? textOf(linkOf(socket, index)?.attributes.get(IFLA.name) ?? Buffer.alloc(0));
    names.set(index, name);
    return name;
  };
}

/** Parses a route; empty for other protocols than IPv4 and IPv6 */
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

/** Reads the gateway; `struct rtvia` holds one of the other family */
function gatewayIn(attributes: Attributes, family: number): Address | null {
  const via = attributes.get(RTA.via);
  if (via === undefined) return kernelAddress(family, attributes.get(RTA.gateway));
  return kernelAddress(via.readUInt16LE(0), via.subarray(2));
}

/** Reads realms: the source's in the upper half, the destination's in the lower */
export function realmsIn(flow: Buffer | undefined): string | null {
  if (flow === undefined) return null;
  const [to, from] = [flow.readUInt16LE(0), flow.readUInt16LE(2)];
  return from === 0 ? `${to}` : `${from}/${to}`;
}

function prefixIn({ family, attributes }: RouteMessage, type: number, length: number): Subnet | null {
  return kernelPrefix(family, attributes.get(type), length);
}
