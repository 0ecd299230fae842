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
import { HELP } from "./help.ts";

const DESTINATION = operand("destination", "where to: an address or a network", {
  default: "wherever no other route leads",
});

const ROUTE = {
  words: {
    via: word("over a gateway, which passes the packets on", operand("gateway", "its address")),
    dev: word("over which interface", operand("link", "the interface")),
    src: word("from which of our addresses", operand("source", "that address")),
    metric: word("how dear it is: the cheapest route is taken", operand("metric", "a number")),
    table: word("in which table of routes", operand("table", "its name or number")),
    scope: word("how far away it leads", operand("scope", "global, link or host")),
    proto: word("who has made it", operand("protocol", "kernel, static, or another")),
    onlink: word("the gateway is on that wire, whatever its address"),
  },
  operands: [DESTINATION],
  needs: needing(DESTINATION),
} as const;

const GET = grammar({
  ...ROUTE,
  words: {
    ...ROUTE.words,
    from: word("for a packet from there", operand("sender", "an address")),
    iif: word("for a packet that comes in there", operand("input", "an interface")),
    oif: word("for a packet that goes out there", operand("output", "an interface")),
  },
  deed: asks("looks the way up, as for a packet"),
});

const SHOWS = asks("sends its routes, as ip asks for them (RTM_GETROUTE)");
const SHOW = grammar({
  ...ROUTE,
  needs: [],
  operands: [operand("destination", "only to there", { default: "only the default" })],
  deed: SHOWS,
});

const FLUSH = grammar({
  ...ROUTE,
  operands: [operand("destination", "only to there", { all: "to anywhere" })],
  needs: [need("which ones: a network, dev and an interface, or all", "destination", "link", "table", "protocol")],
  deed: oneWay(
    () => "forgets all routes that fit, whoever has made them",
    "add each again, as `ip route show` printed it before",
  ),
});

/** Verbs of `ip route`, in the order in which iproute2 tries them */
export const ROUTES = shortening({
  words: {
    list: leading("shows them", SHOW),
    show: leading("shows them", SHOW),
    lst: leading("shows them", SHOW),
    get: leading("asks which one a packet takes", GET),
    ...verbs(ROUTE_VERBS, {
      add: "adds one",
      change: "changes the one that is there",
      chg: "changes the one that is there",
      replace: "adds one, or changes the one that is there",
      prepend: "adds one, before others to there",
      append: "adds one, after others to there",
    }),
    test: leading("asks whether there is one", SHOW),
    ...verbs(ROUTE_VERBS, { delete: "removes one" }),
    flush: flushing("removes all that match", FLUSH),
    save: leading("prints them for restore to read", TEXT),
    restore: RESTORE,
    showdump: leading("shows those in a file that save has written", TEXT),
    help: HELP,
  },
  deed: SHOWS,
});
