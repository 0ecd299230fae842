import type { SeenNextHop, SeenRoute } from "../netlink/see/route.ts";

/** Kinds of routes, which come before the destination. Source: iproute2's lib/rt_names.c */
export const ROUTE_TYPES: ReadonlySet<string> = new Set(
  "unicast local broadcast anycast multicast throw unreachable prohibit blackhole nat xresolve".split(" "),
);

/**
 * Writes a route in the words of `ip route add`: `10.9.0.0/24 via 10.1.1.3 dev eth0 metric 500`. What only the kernel sets, such as
 * that its link is down, is left out.
 *
 * Source: print_route() of iproute2's ip/iproute.c
 *
 * @returns `null` where it has settings that can't be written here
 */
export function routeWords(route: SeenRoute): string | null {
  if (route.unread !== null) return null;
  const { type, destination, from, tos, nextHopId, metrics, realms, preference, nextHops } = route;
  return [
    ...(type === "unicast" ? [] : [type]),
    destination,
    ...(from === null ? [] : [`from ${from}`]),
    ...(tos === 0 ? [] : [`tos 0x${tos.toString(16).padStart(2, "0")}`]),
    ...(nextHopId === null ? [] : [`nhid ${nextHopId}`]),
    ...wayWords(route),
    ...metrics.map(({ name, value, isLocked }) => `${name} ${isLocked ? "lock " : ""}${value}`),
    ...(realms === null ? [] : [`realms ${realms}`]),
    ...(preference === null ? [] : [`pref ${preference}`]),
    // The ways of a next-hop object are its own
    ...(nextHopId === null ? nextHops.map(nextHopWords) : []),
  ].join(" ");
}

function wayWords({ nextHopId, ...route }: SeenRoute): readonly string[] {
  const words = {
    via: nextHopId === null ? route.gateway : null,
    dev: nextHopId === null ? route.dev : null,
    table: route.table === "main" ? null : route.table,
    proto: route.protocol === "boot" ? null : route.protocol,
    scope: route.scope === "global" ? null : route.scope,
    src: route.source,
    metric: route.metric,
  };
  return [
    ...Object.entries(words).flatMap(([word, value]) => (value === null ? [] : [`${word} ${value}`])),
    ...(route.isOnLink && nextHopId === null ? ["onlink"] : []),
  ];
}

function nextHopWords({ gateway, dev, weight, isOnLink }: SeenNextHop): string {
  const via = gateway === null ? "" : ` via ${gateway}`;
  return `nexthop${via} dev ${dev} weight ${weight}${isOnLink ? " onlink" : ""}`;
}
