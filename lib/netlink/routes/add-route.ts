import { addressBytes } from "../../values/address/address.ts";
import { addressOf, prefixOf } from "../../values/address/cidr.ts";
import type { Ipv4Cidr } from "../../values/address/ipv4-cidr.ts";
import type { Ipv4 } from "../../values/address/ipv4.ts";
import { FAMILY, SCOPE } from "../addresses/address-message.ts";
import { type Attribute, bytes, u32 } from "../rtnetlink/attribute.ts";
import { FLAGS, type Request } from "../rtnetlink/message.ts";
import { ANY_ROUTE, PROTOCOL, ROUTE, ROUTE_TYPE, routeHeader, RTA, TABLE } from "./route-message.ts";

/** A route */
export interface RouteOptions {
  /** `default` is 0.0.0.0/0 */
  readonly destination: Ipv4Cidr | "default";
  /** The address of the neighbour that they are handed to; without one, their destination is a neighbour itself */
  readonly gateway?: Ipv4;
  /** The index of the outgoing link, in the socket's own network namespace */
  readonly link?: number;
  /** The preferred source address */
  readonly source?: Ipv4;
  /** Among routes to one destination, the lowest metric wins */
  readonly metric?: number;
  /** Defaults to the main table; for the types `local`, `broadcast` and `anycast` to the local table */
  readonly table?: number;
  /** Defaults to `host` for the type `local`, to `link` without a gateway, else to `global` */
  readonly scope?: keyof typeof SCOPE;
  /** Defaults to `unicast`; other types drop packets */
  readonly type?: keyof typeof ROUTE_TYPE;
  /** The route's origin; defaults to `boot`, as for all routes that `ip` adds */
  readonly protocol?: keyof typeof PROTOCOL;
}

/**
 * Adds a route.
 *
 * Equivalent to: `ip route add $destination via $gateway dev $link`
 *
 * Refused with `EEXIST` when there is one with the same destination and metric, `ENETUNREACH` when the
 * gateway is unreachable, `ENETDOWN` when the link is down
 */
export function addRoute(options: RouteOptions): Request {
  return about(ROUTE.add, FLAGS.create | FLAGS.exclusive, options);
}

/**
 * Adds a route, or replaces the one with the same destination and metric.
 *
 * Equivalent to: `ip route replace $destination via $gateway dev $link`
 */
export function replaceRoute(options: RouteOptions): Request {
  return about(ROUTE.add, FLAGS.create | FLAGS.replace, options);
}

/**
 * Deletes the first matching route; omitted options match any.
 *
 * Equivalent to: `ip route del $destination via $gateway dev $link`
 *
 * Refused with `ESRCH` when none matches
 */
export function deleteRoute(options: RouteOptions): Request {
  return about(ROUTE.delete, 0, options);
}

function about(type: number, flags: number, options: RouteOptions): Request {
  const isDeletion = type === ROUTE.delete;
  const { destination, gateway, link, source, metric, table = tableOf(options) } = options;
  const scope = options.scope ?? scopeOf(options, isDeletion ? "nowhere" : "global");
  const attributes: Attribute[] = [
    ...(destination === "default" ? [] : [bytes(RTA.destination, addressBytes(addressOf(destination)))]),
    ...(gateway === undefined ? [] : [bytes(RTA.gateway, addressBytes(gateway))]),
    ...(source === undefined ? [] : [bytes(RTA.preferredSource, addressBytes(source))]),
    ...(metric === undefined ? [] : [u32(RTA.priority, metric)]),
    ...(table < 256 ? [] : [u32(RTA.table, table)]),
    ...(link === undefined ? [] : [u32(RTA.outputLink, link)]),
  ];
  const header = routeHeader({
    ...ANY_ROUTE,
    family: FAMILY.inet,
    prefix: destination === "default" ? 0 : prefixOf(destination),
    table: table < 256 ? table : 0,
    protocol: PROTOCOL[options.protocol ?? (isDeletion ? "unspecified" : "boot")],
    scope: SCOPE[scope],
    type: options.type === undefined && isDeletion ? 0 : ROUTE_TYPE[options.type ?? "unicast"],
  });
  return { type, flags, header, attributes };
}

/** `ip`'s defaults, iproute_modify() of its ip/iproute.c */
const SCOPE_OF_TYPE: Partial<Record<keyof typeof ROUTE_TYPE, keyof typeof SCOPE>> = {
  local: "host",
  broadcast: "link",
  multicast: "link",
  anycast: "link",
};

function scopeOf({ type = "unicast", gateway }: RouteOptions, widest: "global" | "nowhere"): keyof typeof SCOPE {
  const isDirect = type === "unicast" && gateway === undefined && widest === "global";
  return SCOPE_OF_TYPE[type] ?? (isDirect ? "link" : widest);
}

function tableOf({ type }: RouteOptions): number {
  return type === "local" || type === "broadcast" || type === "anycast" ? TABLE.local : TABLE.main;
}
