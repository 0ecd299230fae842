import type { NextHopView } from "./next-hop-view.ts";
import type { RouteView } from "./route-view.ts";

/** The lines about a route */
export function routeText(route: RouteView): string {
  const { type, destination, nextHopId, cache, expires, error, metrics = [], preference, nextHops = [] } = route;
  return [
    type === undefined ? "" : `${type} `,
    `${destination} `,
    nextHopId === undefined ? "" : `nhid ${nextHopId} `,
    wayText(route),
    ...route.flags.map((flag) => `${flag} `),
    route.user === undefined ? "" : `uid ${route.user} `,
    cache === undefined ? "" : cacheText(cache),
    expires === undefined ? "" : `expires ${expires}sec `,
    error === undefined ? "" : `error ${error} `,
    ...metrics.map(({ name, value, isLocked }) => `${name} ${isLocked ? "lock " : ""}${value} `),
    route.inputLink === undefined ? "" : `iif ${route.inputLink} `,
    preference === undefined ? "" : `pref ${preference}`,
    ...nextHops.map(nextHopText),
    "\n",
  ].join("");
}

function wayText({ gateway, dev, table, protocol, scope, source, metric }: RouteView): string {
  const words = { via: gateway, dev, table, proto: protocol, scope, src: source, metric };
  return Object.entries(words)
    .map(([word, value]) => (value === undefined ? "" : `${word} ${value} `))
    .join("");
}

function cacheText(flags: readonly string[]): string {
  return `\n    cache ${flags.length === 0 ? "" : `<${flags.join(",")}> `}`;
}

function nextHopText({ gateway, dev, weight, flags }: NextHopView): string {
  const via = gateway === undefined ? "" : `via ${gateway} `;
  return `\n\tnexthop ${via}dev ${dev} weight ${weight} ${flags.map((flag) => `${flag} `).join("")}`;
}
