/**
 * `ip route`.
 *
 * @module
 */
import { ROUTE_VERBS } from "../route.ts";
import {
  asks,
  grammar,
  leading,
  need,
  needing,
  oneWay,
  operand,
  shortening,
  verbs,
  word,
} from "../../grammar-parts.ts";
import { flushing, RESTORE, TEXT } from "./others.ts";
import { HELP } from "./ip-help.ts";

const DESTINATION = operand("destination", "the destination: an address or a network", {
  default: "any destination that no other route matches",
});

const ROUTE = {
  words: {
    via: word("the gateway, which forwards the packets", operand("gateway", "its address")),
    dev: word("the interface that packets leave through", operand("link", "the interface")),
    src: word("the source address of packets from here", operand("source", "that address")),
    metric: word("its cost; the route with the lowest is used", operand("metric", "a number")),
    table: word("the table that holds it", operand("table", "its name or number")),
    scope: word("how far its destinations may be", operand("scope", "global, link or host")),
    proto: word("the program that added it", operand("protocol", "kernel, static, or another")),
    onlink: word("the gateway is on that link, whatever its address"),
  },
  operands: [DESTINATION],
  needs: needing(DESTINATION),
} as const;

const GET = grammar({
  ...ROUTE,
  words: {
    ...ROUTE.words,
    from: word("for a packet from this source", operand("sender", "an address")),
    iif: word("for a packet that arrives on this interface", operand("input", "an interface")),
    oif: word("for a packet that leaves through this interface", operand("output", "an interface")),
  },
  deed: asks("looks up the route, as for a packet"),
});

const SHOWS = asks("returns its routes (RTM_GETROUTE)");
const SHOW = grammar({
  ...ROUTE,
  needs: [],
  operands: [operand("destination", "only to this destination", { default: "only the default" })],
  deed: SHOWS,
});

const FLUSH = grammar({
  ...ROUTE,
  operands: [operand("destination", "only to this destination", { all: "to anywhere" })],
  needs: [need("which ones: a network, dev and an interface, or all", "destination", "link", "table", "protocol")],
  deed: oneWay(
    () => "removes all matching routes, whichever program added them",
    "add each again, as `ip route show` printed it before",
  ),
});

/** Verbs of `ip route`, in the order in which iproute2 tries them */
export const ROUTES = shortening({
  words: {
    list: leading("shows them", SHOW),
    show: leading("shows them", SHOW),
    lst: leading("shows them", SHOW),
    get: leading("shows the route of a packet", GET),
    ...verbs(ROUTE_VERBS, {
      add: "adds one",
      change: "changes the existing one",
      chg: "changes the existing one",
      replace: "adds one, or changes the existing one",
      prepend: "adds one, before others to the same destination",
      append: "adds one, after others to the same destination",
    }),
    test: leading("shows it, if there is one", SHOW),
    ...verbs(ROUTE_VERBS, { delete: "removes one" }),
    flush: flushing("removes all that match", FLUSH),
    save: leading("prints them for restore", TEXT),
    restore: RESTORE,
    showdump: leading("shows those in a file from save", TEXT),
    help: HELP,
  },
  deed: SHOWS,
});
