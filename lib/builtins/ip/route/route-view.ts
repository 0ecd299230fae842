/**
 * What `ip` shows of a route, made once from what the kernel tells, and then written as text or as JSON.
 * Source: print_route() of iproute2's ip/iproute.c
 *
 * @module
 */
import { FAMILY } from "../../../netlink/addresses/address-message.ts";
import { metricsIn, type RouteMetric } from "../../../netlink/routes/metrics.ts";
import { nextHopsIn } from "../../../netlink/routes/next-hops.ts";
import {
  PROTOCOL,
  ROUTE_FLAGS,
  ROUTE_TYPE,
  type RouteMessage,
  RTA,
  TABLE,
} from "../../../netlink/routes/route-message.ts";
import { hostIn } from "../host-in.ts";
import type { LinkNames } from "../link/link-names.ts";
import type { NumberNames } from "../number-names.ts";
import { NotOurs } from "../words.ts";
import { type NextHopView, viewNextHop } from "./next-hop-view.ts";
import { refuseRare } from "./rare.ts";
import { cacheFlags, routeFlags } from "./route-flags.ts";

/** What there is to show of a route; what is undefined it does not have, or goes without saying */
export interface RouteView {
  readonly type: string | undefined;
  readonly destination: string;
  /** The number of the object that has its ways */
  readonly nextHopId: number | undefined;
  readonly gateway: string | undefined;
  readonly dev: string | undefined;
  readonly table: string | undefined;
  readonly protocol: string | undefined;
  readonly scope: string | undefined;
  readonly source: string | undefined;
  readonly metric: number | undefined;
  readonly flags: readonly string[];
  readonly user: number | undefined;
  /** Of a way that was found, not of a route */
  readonly cache: readonly string[] | undefined;
  /** Seconds until it is gone */
  readonly expires: number | undefined;
  /** What who takes it is told, negative */
  readonly error: number | undefined;
  readonly metrics: readonly RouteMetric[] | undefined;
  readonly inputLink: string | undefined;
  /** What its router says of itself, RFC 4191 */
  readonly preference: string | undefined;
  readonly nextHops: readonly NextHopView[] | undefined;
}

/** Where names come from */
export interface Names {
  readonly links: LinkNames;
  readonly protocols: NumberNames;
  readonly scopes: NumberNames;
  readonly tables: NumberNames;
}

/** `struct rta_cacheinfo` counts in these, USER_HZ */
const TICKS_PER_SECOND = 100;

/** ICMPV6_ROUTER_PREF_* */
const PREFERENCES: Readonly<Record<number, string>> = { 0: "medium", 1: "high", 3: "low" };

const TYPE_NAMES = new Map<number, string>(Object.entries(ROUTE_TYPE).map(([name, type]) => [type, name]));

/**
 * Takes from a message what there is to show.
 *
 * @throws {NotOurs} when something is rarer than what is shown here
 */
export function viewRoute(route: RouteMessage, names: Names): RouteView {
  refuseRare(route);
  const { family, attributes, flags, table, protocol, scope } = route;
  const isFound = (flags & ROUTE_FLAGS.found) !== 0;
  const number = (type: number) => attributes.get(type)?.readUInt32LE(0);
  const name = (index: number | undefined) => (index === undefined ? undefined : names.links.of(index).name);
  const [metrics, nextHops] = [attributes.get(RTA.metrics), attributes.get(RTA.multipath)];
  return {
    type: typeName(route),
    destination: destinationOf(route),
    nextHopId: number(RTA.nextHopId),
    gateway: hostIn(attributes, RTA.gateway, family),
    dev: name(number(RTA.outputLink)),
    table: table === 0 || table === TABLE.main ? undefined : names.tables.of(table),
    protocol: isFound || protocol === PROTOCOL.boot ? undefined : names.protocols.of(protocol),
    scope: isFound || scope === 0 ? undefined : names.scopes.of(scope),
    source: hostIn(attributes, RTA.preferredSource, family),
    metric: number(RTA.priority),
    flags: routeFlags(flags),
    user: number(RTA.user),
    cache: family === FAMILY.inet && isFound ? cacheFlags(flags) : undefined,
    ...cacheOf(attributes.get(RTA.cache)),
    metrics: metrics === undefined ? undefined : plainMetrics(metrics),
    inputLink: name(number(RTA.inputLink)),
    preference: preferenceOf(attributes.get(RTA.preference)),
    nextHops:
      nextHops === undefined
        ? undefined
        : Array.from(nextHopsIn(nextHops), (one) => viewNextHop(one, family, names.links)),
  };
}

function plainMetrics(attribute: Buffer): readonly RouteMetric[] {
  const metrics = metricsIn(attribute);
  if (metrics === null) throw new NotOurs();
  return metrics;
}

function typeName({ type }: RouteMessage): string | undefined {
  const name = TYPE_NAMES.get(type);
  if (name === undefined) throw new NotOurs();
  return name === "unicast" ? undefined : name;
}

function destinationOf({ family, prefix, attributes }: RouteMessage): string {
  const host = hostIn(attributes, RTA.destination, family);
  if (host === undefined) {
    if (prefix !== 0) throw new NotOurs();
    return "default";
  }
  return prefix === (family === FAMILY.inet ? 32 : 128) ? host : `${host}/${prefix}`;
}

/** Of the rest of `struct rta_cacheinfo` nothing is shown, or nothing is in it any more */
function cacheOf(cache: Buffer | undefined): Pick<RouteView, "expires" | "error"> {
  if (cache === undefined) return { expires: undefined, error: undefined };
  const [ticks, error] = [cache.readInt32LE(8), cache.readUInt32LE(12)];
  if (cache.subarray(20, 32).some((byte) => byte !== 0)) throw new NotOurs();
  return {
    expires: ticks === 0 ? undefined : Math.trunc(ticks / TICKS_PER_SECOND),
    error: error === 0 ? undefined : error,
  };
}

function preferenceOf(preference: Buffer | undefined): string | undefined {
  if (preference === undefined) return undefined;
  const name = PREFERENCES[preference.readUInt8(0)];
  if (name === undefined) throw new NotOurs();
  return name;
}
