import type { Address } from "../values/address/address.ts";
import { type Family, familyOf } from "../values/address/family.ts";
import { printIpPrefix } from "../values/address/ip-notation.ts";
import type { SeenNextHop, SeenRoute } from "../netlink/see/route.ts";

/** Types of routes, which stand before the destination. Source: iproute2's lib/rt_names.c */
export const ROUTE_TYPES: ReadonlySet<string> = new Set(
  "unicast local broadcast anycast multicast throw unreachable prohibit blackhole nat xresolve".split(" "),
);

/**
 * Writes a route in the words of `ip route add`: `10.9.0.0/24 via 10.1.1.3 dev eth0 metric 500`. Flags that only the
 * kernel sets are left out, such as that its link is down.
 *
 * Source: print_route() of iproute2's ip/iproute.c
 *
 * @returns `null` when it has settings that wirework can't write
 */
export function routeWords(route: SeenRoute): string | null {
  if (route.unread !== null) return null;
  const { family, type, destination, from, tos, nextHopId, metrics, realms, preference, nextHops } = route;
  return [
    ...(type === "unicast" ? [] : [type]),
    printIpPrefix(destination),
    ...(from === null ? [] : [`from ${printIpPrefix(from)}`]),
    ...(tos === 0 ? [] : [`tos 0x${tos.toString(16).padStart(2, "0")}`]),
    ...(nextHopId === null ? [] : [`nhid ${nextHopId}`]),
    ...wayWords(route),
    ...metrics.map(({ name, value, isLocked }) => `${name} ${isLocked ? "lock " : ""}${value}`),
    ...(realms === null ? [] : [`realms ${realms}`]),
    ...(preference === null ? [] : [`pref ${preference}`]),
    // The next hops of a next-hop object belong to that object
    ...(nextHopId === null ? nextHops.map((one) => nextHopWords(one, family)) : []),
  ].join(" ");
}

function wayWords({ nextHopId, ...route }: SeenRoute): readonly string[] {
  const words = {
    via: nextHopId === null ? viaWords(route.gateway, route.family) : null,
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

/** The words for a gateway, with its family if it differs from the route's */
function viaWords(gateway: Address | null, family: Family): string | null {
  return gateway === null || familyOf(gateway) === family ? gateway : `${familyOf(gateway)} ${gateway}`;
}

function nextHopWords({ gateway, dev, weight, isOnLink }: SeenNextHop, family: Family): string {
  const via = viaWords(gateway, family);
  return `nexthop${via === null ? "" : ` via ${via}`} dev ${dev} weight ${weight}${isOnLink ? " onlink" : ""}`;
}
