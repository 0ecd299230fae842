/**
 * `tc`: how packets wait before they leave an interface.
 *
 * Sources: tc(8); iproute2's tc/tc.c and tc/tc_qdisc.c
 *
 * @module
 */
import { asks, attached, grammar, leading, operand, shortening, verbs, word } from "../grammar-parts.ts";
import { changing, TEXT, UNREAD_FILE } from "../ip/objects/others.ts";
import { QDISC_VERBS } from "./qdisc.ts";

const SHOWS = asks("sends the queueing discipline of each interface, as tc asks for them (RTM_GETQDISC)");
const SHOW = leading(
  "shows them",
  grammar({
    words: {
      dev: word("only of one interface", operand("link", "the interface")),
      root: word("only those for all packets that leave"),
    },
    deed: SHOWS,
  }),
);
const HELP = leading("prints which words there are", grammar({ deed: asks("is not asked: it is tc's own text") }));
const STATISTICS = word("prints how much has passed");
const CONFIGURATION = word("reads names from a file", operand("file", "that file"));

/** An object of whose changes nobody here knows how they are undone */
const SHOWN = shortening({
  words: {
    add: changing("adds one"),
    change: changing("changes one"),
    replace: changing("adds one, or changes the one that is there"),
    delete: changing("removes one"),
    get: leading("shows one", TEXT),
    list: leading("shows them", TEXT),
    show: leading("shows them", TEXT),
    lst: leading("shows them", TEXT),
    flush: changing("removes all"),
    help: HELP,
  },
  deed: asks("is asked for them over a netlink socket"),
});

/** Its options, and its objects in the order in which iproute2 tries them */
export const TC = shortening({
  lacks: "what it is about: qdisc",
  words: {
    "-statistics": STATISTICS,
    "-stats": STATISTICS,
    "-details": word("prints all there is"),
    "-raw": word("prints handles as numbers"),
    "-pretty": word("prints for people"),
    "-graph": word("prints them as a tree"),
    "-Version": word("prints its version"),
    "-iec": word("prints units of 1024"),
    "-help": HELP,
    "-force": { ...changing("goes on after a line that failed"), cannotUndo: UNREAD_FILE },
    "-batch": { ...changing("reads lines from a file, and does each"), cannotUndo: UNREAD_FILE },
    "-netns": word("in another network namespace", operand("netns", "its entry in /var/run/netns")),
    "-Numeric": word("prints numbers in place of names"),
    "-names": word("prints names of classes"),
    "-cf": CONFIGURATION,
    "-conf": CONFIGURATION,
    "-color": word("prints in colours", attached("when", "always, auto or never")),
    "-timestamp": word("prints when, above each change"),
    "-tshort": word("prints when, before each change"),
    "-json": word("prints JSON"),
    "-oneline": word("prints a line for each"),
    "-brief": word("prints the least"),
    qdisc: leading(
      "the queueing disciplines: how packets wait",
      shortening({
        words: {
          ...verbs(QDISC_VERBS, {
            add: "sets one, where there is only the default",
            change: "changes options of the one that is there",
            replace: "sets one, in place of the one that is there",
          }),
          link: changing("puts one that there is in another place"),
          ...verbs(QDISC_VERBS, { delete: "removes one: the default comes back" }),
          get: leading("shows one", TEXT),
          list: SHOW,
          show: SHOW,
          lst: SHOW,
          help: HELP,
        },
        deed: SHOWS,
      }),
    ),
    class: leading("the classes of queueing disciplines", SHOWN),
    filter: leading("the filters: which class a packet is put in", SHOWN),
    chain: leading("the chains of filters", SHOWN),
    actions: leading("what filters do with packets", SHOWN),
    monitor: leading("what changes, as it changes", TEXT),
    exec: changing("runs a program beside a filter's"),
    help: HELP,
  },
});
