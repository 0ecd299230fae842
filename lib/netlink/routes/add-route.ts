import { addressBytes } from "../../values/address/address.ts";
import { addressOf, prefixOf } from "../../values/address/cidr.ts";
import type { Ipv4Cidr } from "../../values/address/ipv4-cidr.ts";
import type { Ipv4 } from "../../values/address/ipv4.ts";
import { FAMILY, SCOPE } from "../addresses/address-message.ts";
import { type Attribute, bytes, u32 } from "../rtnetlink/attribute.ts";
import { FLAGS, type Request } from "../rtnetlink/message.ts";
import { ANY_ROUTE, PROTOCOL, ROUTE, ROUTE_TYPE, routeHeader, RTA, TABLE } from "./route-message.ts";

/** Where packets go */
export interface RouteOptions {
  /** `default` is 0.0.0.0/0 */
  readonly destination: Ipv4Cidr | "default";
  /** The address of the neighbour that they are handed to; without one, their destination is a neighbour itself */
  readonly gateway?: Ipv4;
  /** The number of the link that they leave by, in the socket's own network namespace */
  readonly link?: number;
  /** The address that they come from, if their sender does not choose */
  readonly source?: Ipv4;
  /** Of two routes to one destination the one with the lower number is taken */
  readonly metric?: number;
  /** Without one, the main table, or of the types `local`, `broadcast` and `anycast` the local one */
  readonly table?: number;
  /** Without one, `host` of the type `local`, `link` where there is no gateway, else `global` */
  readonly scope?: keyof typeof SCOPE;
  /** Without one, `unicast`; others drop what takes them */
  readonly type?: keyof typeof ROUTE_TYPE;
  /** Who made it; without one `boot`, as of all that `ip` makes */
  readonly protocol?: keyof typeof PROTOCOL;
}

/**
 * Adds a route.
 *
 * Equivalent to: `ip route add $destination via $gateway dev $link`
 *
 * Refused with `EEXIST` when there is one with the same destination and metric, `ENETUNREACH` when the gateway is not in
 * reach, `ENETDOWN` when the link is down
 */
export function addRoute(options: RouteOptions): Request {
  return about(ROUTE.add, FLAGS.create | FLAGS.exclusive, options);
}

/**
 * Adds a route, in place of the one with the same destination and metric where there is one.
 *
 * Equivalent to: `ip route replace $destination via $gateway dev $link`
 */
export function replaceRoute(options: RouteOptions): Request {
  return about(ROUTE.add, FLAGS.create | FLAGS.replace, options);
}

/**
 * Deletes the first route that fits; what is left out fits all.
 *
 * Equivalent to: `ip route del $destination via $gateway dev $link`
 *
 * Refused with `ESRCH` when none fits
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

/** As `ip` chooses where nothing is said, iproute_modify() of its ip/iproute.c */
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
