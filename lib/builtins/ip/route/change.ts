/**
 * `ip route add`, `ip route replace` and `ip route del`
 *
 * @module
 */
import { addRoute, deleteRoute, replaceRoute, type RouteOptions } from "../../../netlink/routes/add-route.ts";
import type { Request } from "../../../netlink/rtnetlink/message.ts";
import { type Deed, DONE } from "../deed.ts";
import { indexOf } from "../link/resolve.ts";
import { Words } from "../words.ts";
import { readRouteWords } from "./route-words.ts";

/** Equivalent to: `ip route add $words` */
export function add(given: readonly string[]): Deed {
  return change(given, addRoute);
}

/** Equivalent to: `ip route replace $words` */
export function replace(given: readonly string[]): Deed {
  return change(given, replaceRoute);
}

/** Equivalent to: `ip route del $words` */
export function remove(given: readonly string[]): Deed {
  return change(given, deleteRoute);
}

function change(given: readonly string[], request: (options: RouteOptions) => Request): Deed {
  const { dev, ...options } = readRouteWords(new Words(given));
  return (socket) => {
    socket.run(request({ ...options, ...(dev !== undefined && { link: indexOf(socket, dev) }) }));
    return DONE;
  };
}
