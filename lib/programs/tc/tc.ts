/**
 * `tc`: queueing disciplines, by which packets wait before they leave an interface.
 *
 * Sources: tc(8); iproute2's tc/tc.c and tc/tc_qdisc.c
 *
 * @module
 */
import { asks, attached, grammar, leading, operand, shortening, verbs, word } from "../grammar-parts.ts";
import { changing, TEXT, UNREAD_FILE } from "../ip/objects/others.ts";
import { QDISC_VERBS } from "./qdisc.ts";

const SHOWS = asks("returns the queueing discipline of each interface (RTM_GETQDISC)");
const SHOW = leading(
  "shows them",
  grammar({
    words: {
      dev: word("only of this interface", operand("link", "the interface")),
      root: word("only the root ones"),
    },
    deed: SHOWS,
  }),
);
const HELP = leading("prints its usage", grammar({ deed: asks("does nothing: the text is tc's own") }));
const STATISTICS = word("prints counters of packets and bytes");
const CONFIGURATION = word("reads names from a file", operand("file", "that file"));

/** An object that wirework explains, and whose changes it cannot undo */
const SHOWN = shortening({
  words: {
    add: changing("adds one"),
    change: changing("changes one"),
    replace: changing("adds one, or changes the existing one"),
    delete: changing("removes one"),
    get: leading("shows one", TEXT),
    list: leading("shows them", TEXT),
    show: leading("shows them", TEXT),
    lst: leading("shows them", TEXT),
    flush: changing("removes all"),
    help: HELP,
  },
  deed: asks("returns them over a netlink socket"),
});

/** The options of tc, and its objects in the order in which iproute2 tries them */
export const TC = shortening({
  lacks: "an object: qdisc",
  words: {
    "-statistics": STATISTICS,
    "-stats": STATISTICS,
    "-details": word("prints all details"),
    "-raw": word("prints handles as numbers"),
    "-pretty": word("prints indented JSON"),
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
    "-timestamp": word("prints the time above each change"),
    "-tshort": word("prints the time before each change"),
    "-json": word("prints JSON"),
    "-oneline": word("prints each on one line"),
    "-brief": word("prints each briefly"),
    qdisc: leading(
      "queueing disciplines, which hold packets before they leave",
      shortening({
        words: {
          ...verbs(QDISC_VERBS, {
            add: "adds one in place of the default",
            change: "changes options of the existing one",
            replace: "adds one, or replaces the existing one",
          }),
          link: changing("moves one to another parent"),
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
    filter: leading("the filters, which sort packets into classes", SHOWN),
    chain: leading("the chains of filters", SHOWN),
    actions: leading("what filters do with packets", SHOWN),
    monitor: leading("changes, as they happen", TEXT),
    exec: changing("runs a program beside a filter's"),
    help: HELP,
  },
});
