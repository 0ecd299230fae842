import type { JsonObject } from "../json.ts";
import type { NextHopView } from "./next-hop-view.ts";
import type { RouteView } from "./route-view.ts";

/** A route as `ip -json route` tells it */
export function routeJson(route: RouteView): JsonObject {
  const { metrics, nextHops } = route;
  return {
    type: route.type,
    dst: route.destination,
    nhid: route.nextHopId,
    gateway: route.gateway,
    dev: route.dev,
    table: route.table,
    protocol: route.protocol,
    scope: route.scope,
    prefsrc: route.source,
    metric: route.metric,
    flags: route.flags,
    uid: route.user,
    cache: route.cache,
    expires: route.expires,
    error: route.error,
    // A list of one object, which does not tell what is locked
    metrics: metrics === undefined ? undefined : [Object.fromEntries(metrics.map(({ name, value }) => [name, value]))],
    iif: route.inputLink,
    pref: route.preference,
    nexthops: nextHops?.map(nextHopJson),
  };
}

function nextHopJson({ gateway, dev, weight, flags }: NextHopView): JsonObject {
  return { gateway, dev, weight, flags };
}
