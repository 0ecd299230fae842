/**
 * `ip addr`.
 *
 * @module
 */
import { asks, deed, grammar, leading, need, needing, oneWay, operand, word } from "../grammar.ts";
import { HELP } from "./help.ts";

const SHOWS = asks("sends its interfaces and their addresses, as ip asks for them (RTM_GETLINK, RTM_GETADDR)");

const ADDRESS = operand("address", "the address, and after the slash how many of its bits are the network's");

const CHANGE = {
  words: {
    dev: word("of which interface", operand("link", "the interface")),
    peer: word("the address at the other end of a cable", operand("peer", "that address")),
    broadcast: word("the address of all hosts of the network", operand("broadcast", "that address")),
    brd: word("the address of all hosts of the network", operand("broadcast", "that address, + for the usual one")),
    scope: word("where the address is valid", operand("scope", "global, link or host")),
    label: word("a name for the address", operand("label", "that name")),
    local: word("the address follows", ADDRESS),
  },
  operands: [ADDRESS],
  needs: [...needing(ADDRESS), need("dev, and the interface", "link")],
} as const;

const ADD = grammar({
  ...CHANGE,
  deed: deed(
    ({ address, link }) =>
      `answers to ${address} on ${link}${address?.endsWith("/32") === true ? "" : ", and adds the route to that network over it once it is up"}`,
    ({ address, link, peer }) => `ip addr del ${address}${peer === undefined ? "" : ` peer ${peer}`} dev ${link}`,
  ),
});

const REPLACE = grammar({
  ...CHANGE,
  deed: oneWay(
    ({ address, link }) => `answers to ${address} on ${link}, in the way that is said here`,
    "set the address as `ip addr show` printed it before",
  ),
});

const DELETE = grammar({
  ...CHANGE,
  deed: deed(
    ({ address, link }) => `answers to ${address} on ${link} no longer, and forgets the routes that came with it`,
    ({ address, link }) => `ip addr add ${address} dev ${link}`,
  ),
});

const SHOW = grammar({
  words: {
    dev: word("only of one interface", operand("link", "the interface")),
    up: word("only of those that are up"),
    scope: word("only of one scope", operand("scope", "global, link or host")),
    to: word("only within a network", operand("network", "the network")),
  },
  operands: [operand("link", "only this interface")],
  deed: SHOWS,
});

const FLUSH = grammar({
  ...SHOW,
  needs: [need("dev, and the interface", "link", "network", "scope", "up")],
  deed: oneWay(({ link }) => `forgets all addresses of ${link ?? "every interface that fits"}`, "add each again"),
});

/** Its verbs, in the order in which iproute2 tries them */
export const ADDRESSES = grammar({
  shortens: "to any beginning",
  words: {
    add: leading("adds one", ADD),
    change: leading("changes one", REPLACE),
    replace: leading("adds one, or changes the one that is there", REPLACE),
    delete: leading("takes one away", DELETE),
    show: leading("shows them", SHOW),
    list: leading("shows them", SHOW),
    lst: leading("shows them", SHOW),
    flush: leading("takes all away", FLUSH),
    help: HELP,
  },
  deed: SHOWS,
});
