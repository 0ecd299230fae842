/**
 * `tc`: how packets wait before they leave an interface.
 *
 * @module
 */
import { QDISC_VERBS } from "../programs/tc/qdisc.ts";
import { asks, grammar, leading, operand, word } from "./grammar.ts";
import { verbs } from "./verbs.ts";

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

/** Its options, and its objects in the order in which iproute2 tries them */
export const TC = grammar({
  shortens: "to any beginning",
  lacks: "what it is about: qdisc",
  words: {
    "-statistics": word("prints how much has passed"),
    "-s": word("prints how much has passed"),
    "-details": word("prints all there is"),
    "-d": word("prints all there is"),
    "-json": word("prints JSON"),
    "-j": word("prints JSON"),
    "-netns": word("in another network namespace", operand("netns", "its entry in /var/run/netns")),
    "-n": word("in another network namespace", operand("netns", "its entry in /var/run/netns")),
    qdisc: leading(
      "the queueing disciplines: how packets wait",
      grammar({
        shortens: "to any beginning",
        words: {
          ...verbs(QDISC_VERBS, {
            add: "sets one, where there is only the default",
            change: "changes options of the one that is there",
            replace: "sets one, in place of the one that is there",
            delete: "removes one: the default comes back",
          }),
          list: SHOW,
          show: SHOW,
          lst: SHOW,
        },
        deed: SHOWS,
      }),
    ),
  },
});
