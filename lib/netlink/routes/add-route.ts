import { type Cidr, prefixOf } from "../../values/cidr.ts";
import { type Ipv4, parseIpv4 } from "../../values/ipv4.ts";
import { FAMILY, SCOPE } from "../addresses/address-message.ts";
import { ipv4Bytes } from "../addresses/ipv4-bytes.ts";
import { type Attribute, bytes, u32 } from "../rtnetlink/attribute.ts";
import { FLAGS, type Request } from "../rtnetlink/message.ts";
import { ANY_ROUTE, PROTOCOL, ROUTE, ROUTE_TYPE, routeHeader, RTA, TABLE } from "./route-message.ts";

/** Where packets go */
export interface RouteOptions {
  /** `default` is 0.0.0.0/0 */
  readonly destination: Cidr | "default";
  /** The address of the neighbour that they are handed to; without one, their destination is a neighbour itself */
  readonly gateway?: Ipv4;
  /** The number of the link that they leave by, in the socket's own network namespace */
  readonly link?: number;
  /** The address that they come from, if their sender does not choose */
  readonly source?: Ipv4;
  /** Of two routes to one destination the one with the lower number is taken */
  readonly metric?: number;
  /** Without one, the main table */
  readonly table?: number;
  /** Without one, `link` where there is no gateway, else `global` */
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
  return about(ROUTE.add, FLAGS.create | FLAGS.exclusive, { scope: scopeOf(options), ...options });
}

/**
 * Adds a route, in place of the one with the same destination and metric where there is one.
 *
 * Equivalent to: `ip route replace $destination via $gateway dev $link`
 */
export function replaceRoute(options: RouteOptions): Request {
  return about(ROUTE.add, FLAGS.create | FLAGS.replace, { scope: scopeOf(options), ...options });
}

/**
 * Deletes the first route that fits; what is left out fits all.
 *
 * Equivalent to: `ip route del $destination via $gateway dev $link`
 *
 * Refused with `ESRCH` when none fits
 */
export function deleteRoute(options: RouteOptions): Request {
  return about(ROUTE.delete, 0, { scope: "nowhere", ...options });
}

function about(type: number, flags: number, options: RouteOptions & { readonly scope: keyof typeof SCOPE }): Request {
  const { destination, gateway, link, source, metric, table = TABLE.main, scope } = options;
  const isDeletion = type === ROUTE.delete;
  const attributes: Attribute[] = [
    ...(destination === "default" ? [] : [bytes(RTA.destination, ipv4Bytes(addressOf(destination)))]),
    ...(gateway === undefined ? [] : [bytes(RTA.gateway, ipv4Bytes(gateway))]),
    ...(source === undefined ? [] : [bytes(RTA.preferredSource, ipv4Bytes(source))]),
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

function addressOf(cidr: Cidr): Ipv4 {
  return parseIpv4(cidr.slice(0, cidr.indexOf("/")));
}

/** As `ip` chooses, iproute_modify() of its ip/iproute.c */
function scopeOf({ type, gateway }: RouteOptions): keyof typeof SCOPE {
  if (type === "local") return "host";
  const isDirect = type === undefined || ["unicast", "broadcast", "multicast", "anycast"].includes(type);
  return isDirect && gateway === undefined ? "link" : "global";
}
