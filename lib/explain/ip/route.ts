/**
 * `ip route`.
 *
 * @module
 */
import { asks, deed, grammar, leading, need, needing, oneWay, operand, type Said, word } from "../grammar.ts";
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

const WAYS = need("which way: via and a gateway's address, or dev and an interface", "gateway", "link");

const WAY = ({ gateway, link }: Said): string =>
  `${gateway === undefined ? "" : ` via ${gateway}`}${link === undefined ? "" : ` dev ${link}`}`;

const ADD = grammar({
  ...ROUTE,
  needs: [...ROUTE.needs, WAYS],
  deed: deed(
    (said) =>
      said["gateway"] === undefined
        ? `sends what goes to ${said["destination"]} straight out of ${said["link"]}, and asks there who has the address`
        : `sends what goes to ${where(said)} to ${said["gateway"]}, which must be on a network of its own interfaces`,
    (said) => `ip route del ${said["destination"]}${WAY(said)}`,
  ),
});

const DELETE = grammar({
  ...ROUTE,
  deed: {
    kernel: (said) =>
      `forgets the way to ${where(said)}: without another, packets there are refused with "Network is unreachable"`,
    back: (said) =>
      WAY(said) === ""
        ? { say: "add it again, as `ip route show` printed it before" }
        : { type: `ip route add ${said["destination"]}${WAY(said)}` },
  },
});

const REPLACE = grammar({
  ...ROUTE,
  needs: [...ROUTE.needs, WAYS],
  deed: oneWay(
    (said) => `sends what goes to ${where(said)} that way from now on`,
    "set the route that was there before",
  ),
});

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

function where({ destination }: Said): string {
  return destination === "default" ? "anywhere else" : `${destination}`;
}

/** Verbs of `ip route`, in the order in which iproute2 tries them */
export const ROUTES = grammar({
  shortens: "to any beginning",
  words: {
    list: leading("shows them", SHOW),
    show: leading("shows them", SHOW),
    lst: leading("shows them", SHOW),
    get: leading("asks which one a packet takes", GET),
    add: leading("adds one", ADD),
    change: leading("changes the one that is there", REPLACE),
    replace: leading("adds one, or changes the one that is there", REPLACE),
    prepend: leading("adds one, before others to there", ADD),
    append: leading("adds one, after others to there", ADD),
    delete: leading("takes one away", DELETE),
    flush: leading("takes all away that fit", FLUSH),
    help: HELP,
  },
  deed: SHOWS,
});
