/**
 * `ip`.
 *
 * @module
 */
import type { Keyword } from "../grammar.ts";
import { asks, deed, grammar, leading, needing, operand, word, shortening } from "../grammar-parts.ts";
import { HELP } from "./objects/help.ts";
import { ADDRESSES } from "./objects/addresses.ts";
import { LINK } from "./objects/links.ts";
import { NEIGHBOURS } from "./objects/neighbours.ts";
import { ROUTES } from "./objects/routes.ts";
import { RULES } from "./objects/rules.ts";

/** Goes on with a command, in another network */
const EXEC: Keyword = {
  ...word("runs what follows in there", operand("netns", "whose network: an entry in /var/run/netns")),
  leads: "command",
};

const NETNS_SHOWS = asks("is not asked: ip reads the names in /var/run/netns");

const NAME = operand("netns", "its name");

const NETNS = shortening({
  words: {
    list: leading("shows them", grammar({ deed: NETNS_SHOWS })),
    show: leading("shows them", grammar({ deed: NETNS_SHOWS })),
    add: leading(
      "makes one",
      grammar({
        operands: [NAME],
        needs: needing(NAME),
        deed: deed(
          ({ netns }) => `makes a network with nothing but lo in it, and keeps it mounted at /var/run/netns/${netns}`,
          ({ netns }) => `ip netns delete ${netns}`,
        ),
      }),
    ),
    delete: leading(
      "removes one",
      grammar({
        operands: [NAME],
        needs: needing(NAME),
        deed: deed(
          () => "ends the network, with all interfaces that are no real hardware, once nothing runs in it any more",
          ({ netns }) => `ip netns add ${netns}`,
        ),
      }),
    ),
    identify: leading(
      "says the name of a process's network",
      grammar({ operands: [operand("pid", "a process ID")], deed: NETNS_SHOWS }),
    ),
    pids: leading(
      "shows which processes are in one",
      grammar({ operands: [NAME], needs: needing(NAME), deed: NETNS_SHOWS }),
    ),
    exec: EXEC,
  },
  deed: NETNS_SHOWS,
});

/** Its options, and its objects in the order in which iproute2 tries them */
export const IP = shortening({
  lacks: "what it is about: addr, link, route, neigh, rule, netns",
  words: {
    "-4": word("only IPv4"),
    "-6": word("only IPv6"),
    "-batch": word("reads lines from a file, and does each", operand("file", "the file")),
    "-brief": word("prints a line for each, with the least"),
    "-br": word("prints a line for each, with the least"),
    "-oneline": word("prints a line for each"),
    "-o": word("prints a line for each"),
    "-details": word("prints all there is"),
    "-d": word("prints all there is"),
    "-statistics": word("prints how much has passed"),
    "-s": word("prints how much has passed"),
    "-json": word("prints JSON"),
    "-j": word("prints JSON"),
    "-netns": word("in another network", operand("netns", "its entry in /var/run/netns")),
    "-n": word("in another network", operand("netns", "its entry in /var/run/netns")),
    address: leading("the addresses of interfaces", ADDRESSES, "ip-address(8)"),
    route: leading("the routes: which way packets take", ROUTES, "ip-route(8)"),
    rule: leading("the rules: which table of routes is asked", RULES, "ip-rule(8)"),
    neighbor: leading("the neighbours: who is behind which address on the same wire", NEIGHBOURS, "ip-neighbour(8)"),
    neighbour: leading("the neighbours: who is behind which address on the same wire", NEIGHBOURS, "ip-neighbour(8)"),
    link: leading("the interfaces", LINK, "ip-link(8)"),
    netns: leading("the networks that have a name", NETNS, "ip-netns(8)"),
    help: HELP,
  },
});
