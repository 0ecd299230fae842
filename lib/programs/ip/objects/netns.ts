/**
 * `ip netns`.
 *
 * @module
 */
import type { Keyword } from "../../grammar.ts";
import { asks, grammar, leading, needing, operand, several, shortening, verbs, word } from "../../grammar-parts.ts";
import { NETNS_NAME, NETNS_VERBS, PROCESS } from "../netns.ts";
import { HELP } from "./ip-help.ts";

/** Goes on with a command, in another network */
export const EXEC: Keyword = {
  ...word("runs what follows in there", operand("netns", "whose network: an entry in /var/run/netns")),
  leads: "command",
};

const NETNS_SHOWS = asks("is not asked: ip reads the names in /var/run/netns");

const LOOKS = grammar({ operands: [several("text", "which ones")], deed: NETNS_SHOWS });
const SHOW = leading("shows them", LOOKS);

/** Its verbs, in the order in which iproute2 tries them */
export const NETNS = shortening({
  words: {
    list: SHOW,
    show: SHOW,
    lst: SHOW,
    "list-id": leading("shows them by their numbers", LOOKS),
    help: HELP,
    ...verbs(NETNS_VERBS, { add: "makes one" }),
    set: { means: "gives one a number", leads: "rest" },
    ...verbs(NETNS_VERBS, { delete: "removes one" }),
    identify: leading("says the name of a process's network", grammar({ operands: [PROCESS], deed: NETNS_SHOWS })),
    pids: leading(
      "shows which processes are in one",
      grammar({ operands: [NETNS_NAME], needs: needing(NETNS_NAME), deed: NETNS_SHOWS }),
    ),
    exec: EXEC,
    monitor: leading("shows which are made and removed, as it happens", LOOKS),
    ...verbs(NETNS_VERBS, { attach: "gives the network of a process a name" }),
  },
  deed: NETNS_SHOWS,
});
