/**
 * `ip route`, `ip neigh` and `ip rule`.
 *
 * @module
 */
import { asks, deed, grammar, leading, oneWay, operand, type Said, word } from "../grammar.ts";

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
  },
  operands: [DESTINATION],
} as const;

const WAY = ({ gateway, link }: Said): string =>
  `${gateway === undefined ? "" : ` via ${gateway}`}${link === undefined ? "" : ` dev ${link}`}`;

const ADD = grammar({
  ...ROUTE,
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
  deed: deed(
    (said) =>
      `forgets the way to ${where(said)}: without another, packets there are refused with "Network is unreachable"`,
    (said) => `ip route add ${said["destination"]}${WAY(said)}`,
  ),
});

const SHOWS = asks("sends its routes, as ip asks for them (RTM_GETROUTE)");
const SHOW = grammar({
  ...ROUTE,
  operands: [operand("destination", "only to there", { default: "only the default" })],
  deed: SHOWS,
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
    get: leading(
      "asks which one a packet takes",
      grammar({ ...ROUTE, deed: asks("looks the way up, as for a packet") }),
    ),
    add: leading("adds one", ADD),
    replace: leading(
      "adds one, or changes the one that is there",
      grammar({
        ...ROUTE,
        deed: oneWay(
          (said) => `sends what goes to ${where(said)} that way from now on`,
          "set the route that was there before",
        ),
      }),
    ),
    delete: leading("takes one away", DELETE),
  },
  deed: SHOWS,
});

const NEIGHBOUR = {
  words: {
    dev: word("on which interface", operand("link", "the interface")),
    lladdr: word("its hardware address", operand("address", "six bytes, in hexadecimal")),
    nud: word("how sure that is", operand("state", "permanent, reachable, stale, or another")),
  },
  operands: [operand("neighbour", "the neighbour's address")],
} as const;

const NEIGHBOURS_SHOWN = asks("sends the hardware addresses that it has learnt by ARP (RTM_GETNEIGH)");

/** Verbs of `ip neigh` */
export const NEIGHBOURS = grammar({
  shortens: "to any beginning",
  words: {
    add: leading(
      "writes one down",
      grammar({
        ...NEIGHBOUR,
        deed: deed(
          ({ neighbour, link }) => `asks nobody on ${link} for ${neighbour} any more`,
          ({ neighbour, link }) => `ip neigh del ${neighbour} dev ${link}`,
        ),
      }),
    ),
    delete: leading(
      "forgets one",
      grammar({
        ...NEIGHBOUR,
        deed: oneWay(
          ({ neighbour }) => `forgets ${neighbour}, and asks by ARP when it needs it`,
          "it is asked for again by itself",
        ),
      }),
    ),
    show: leading("shows them", grammar({ ...NEIGHBOUR, deed: NEIGHBOURS_SHOWN })),
    list: leading("shows them", grammar({ ...NEIGHBOUR, deed: NEIGHBOURS_SHOWN })),
  },
  deed: NEIGHBOURS_SHOWN,
});
