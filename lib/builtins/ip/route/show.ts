/**
 * `ip route show`
 *
 * @module
 */
import type { RouteSocket } from "../../../netlink/rtnetlink/route-socket.ts";
import { type Deed, told } from "../deed.ts";
import { jsonLine } from "../json.ts";
import { LinkNames } from "../link/link-names.ts";
import { protocolNames, scopeNames, tableNames } from "../names.ts";
import type { Listing } from "./listing.ts";
import { routeJson } from "./route-json.ts";
import { routeText } from "./route-text.ts";
import { type Names, type RouteView, viewRoute } from "./route-view.ts";
import { selectRoutes } from "./select-routes.ts";
import { NotOurs } from "../words.ts";
import { readSelection, type RouteSelection } from "./selection-words.ts";

/** Equivalent to: `ip route show $words` */
export function show(given: readonly string[]): Deed {
  return showAs(given, { version: null, layout: "lines" });
}

/** Equivalent to: `ip $version -oneline route show $words` */
export function showAs(given: readonly string[], { version, layout }: Listing): Deed {
  const selection = readSelection(given);
  // Which of the two a destination is of, `ip` complains of
  if (version === "-6" && selection.destination !== undefined) throw new NotOurs();
  return ({ socket, form }) => {
    const names = routeNames(socket);
    const routes = selectRoutes(socket, selection, version).map((route) => unsaid(viewRoute(route, names), selection));
    const text = layout === "lines" ? routeText : (route: RouteView) => oneLine(routeText(route));
    return told(form === "json" ? jsonLine(routes.map(routeJson)) : routes.map(text).join(""));
  };
}

/** Where a line would end, but for the last one */
function oneLine(text: string): string {
  return `${text.slice(0, -1).replaceAll("\n", "\\")}\n`;
}

/** Where the names in routes come from */
export function routeNames(socket: RouteSocket): Names {
  return {
    links: new LinkNames(socket),
    protocols: protocolNames(),
    scopes: scopeNames(),
    tables: tableNames(),
  };
}

/** What was asked for goes without saying: all have it */
function unsaid(route: RouteView, { dev, protocol, scope, table }: RouteSelection): RouteView {
  return {
    ...route,
    ...(dev !== undefined && { dev: undefined }),
    ...(protocol !== undefined && { protocol: undefined }),
    ...(scope !== undefined && { scope: undefined }),
    ...(table !== "all" && { table: undefined }),
  };
}
