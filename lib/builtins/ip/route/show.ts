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
import { routeJson } from "./route-json.ts";
import { routeText } from "./route-text.ts";
import { type Names, type RouteView, viewRoute } from "./route-view.ts";
import { selectRoutes } from "./select-routes.ts";
import { readSelection, type RouteSelection } from "./selection-words.ts";

/** Equivalent to: `ip route show $words` */
export function show(given: readonly string[]): Deed {
  const selection = readSelection(given);
  return ({ socket, form, family }) => {
    const names = routeNames(socket);
    const routes = selectRoutes(socket, family, selection).map((route) => unsaid(viewRoute(route, names), selection));
    if (form === "json") return told(jsonLine(routes.map(routeJson)));
    const text = form === "oneline" ? onOneLine : routeText;
    return told(routes.map(text).join(""));
  };
}

/** What would begin another line stands behind a backslash */
function onOneLine(route: RouteView): string {
  return `${routeText(route).slice(0, -1).replaceAll("\n", "\\")}\n`;
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
