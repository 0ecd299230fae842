import type { RouteOptions } from "../../../netlink/routes/add-route.ts";
import type { Request } from "../../../netlink/rtnetlink/message.ts";
import type { Parsed } from "../../parse.ts";
import { NotOurs, strictly } from "../../strict.ts";
import { ROUTE } from "../route-grammar.ts";
import { indexOf } from "./link-settings.ts";
import type { Performance } from "../../performance.ts";

/** Makes the performance of a verb of `ip route`, given its request */
export function routePerformer(request: (options: RouteOptions) => Request): (parsed: Parsed) => Performance {
  return (parsed) => {
    const { destination, dev, ...said } = strictly(parsed, ROUTE);
    if (destination === undefined) throw new NotOurs();
    return (socket) => {
      const link = dev === undefined ? {} : { link: indexOf(socket, dev) };
      socket.run(request({ ...said, ...link, destination }));
    };
  };
}
