/**
 * `ip netns`.
 *
 * @module
 */
import type { Keyword } from "../../grammar.ts";
import { asks, deed, grammar, leading, needing, operand, several, shortening, word } from "../../grammar-parts.ts";
import { HELP } from "./help.ts";

/** Goes on with a command, in another network */
export const EXEC: Keyword = {
  ...word("runs what follows in there", operand("netns", "whose network: an entry in /var/run/netns")),
  leads: "command",
};

const NETNS_SHOWS = asks("is not asked: ip reads the names in /var/run/netns");

const LOOKS = grammar({ operands: [several("text", "which ones")], deed: NETNS_SHOWS });
const SHOW = leading("shows them", LOOKS);

const NAME = operand("netns", "its name");
const PROCESS = operand("pid", "a process ID");

/** Its verbs, in the order in which iproute2 tries them */
export const NETNS = shortening({
  words: {
    list: SHOW,
    show: SHOW,
    lst: SHOW,
    "list-id": leading("shows them by their numbers", LOOKS),
    help: HELP,
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
    set: { means: "gives one a number", leads: "rest" },
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
    identify: leading("says the name of a process's network", grammar({ operands: [PROCESS], deed: NETNS_SHOWS })),
    pids: leading(
      "shows which processes are in one",
      grammar({ operands: [NAME], needs: needing(NAME), deed: NETNS_SHOWS }),
    ),
    exec: EXEC,
    monitor: leading("shows which are made and removed, as it happens", LOOKS),
    attach: leading(
      "gives the network of a process a name",
      grammar({
        operands: [NAME, PROCESS],
        needs: needing(NAME, PROCESS),
        deed: deed(
          ({ netns, pid }) => `keeps the network of process ${pid} mounted at /var/run/netns/${netns}`,
          ({ netns }) => `ip netns delete ${netns}`,
        ),
      }),
    ),
  },
  deed: NETNS_SHOWS,
});
