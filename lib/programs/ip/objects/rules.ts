/**
 * `ip rule`.
 *
 * @module
 */
import { RULE_VERBS } from "../rule.ts";
import { asks, grammar, leading, need, oneWay, operand, shortening, verbs, word } from "../../grammar-parts.ts";
import { HELP } from "./help.ts";
import { flushing, RESTORE, TEXT } from "./others.ts";

const TABLE = operand("table", "a table of routes: its name or number", { main: "the usual one" });
const NUMBER = operand("priority", "the rule's number: the lowest is asked first");

const RULE = {
  words: {
    from: word("for packets from there", operand("source", "an address or a network", { all: "anywhere" })),
    to: word("for packets to there", operand("destination", "an address or a network", { all: "anywhere" })),
    iif: word("for packets that came in there", operand("input", "an interface")),
    oif: word("for packets of this machine that go out there", operand("output", "an interface")),
    fwmark: word("for packets with a mark of iptables", operand("mark", "a number")),
    table: word("in which table of routes their way is looked up", TABLE),
    lookup: word("in which table of routes their way is looked up", TABLE),
    priority: word("where among the rules it is asked", NUMBER),
    pref: word("where among the rules it is asked", NUMBER),
  },
  needs: [
    need(
      "which packets, and which table: from ADDRESS table NUMBER",
      "source",
      "destination",
      "input",
      "output",
      "mark",
      "table",
      "priority",
    ),
  ],
} as const;

const SHOWS = asks("sends its rules, as ip asks for them (RTM_GETRULE)");
const SHOW = leading("shows them", grammar({ ...RULE, needs: [], deed: SHOWS }));

/** Its verbs, in the order in which iproute2 tries them */
export const RULES = shortening({
  words: {
    list: SHOW,
    lst: SHOW,
    show: SHOW,
    save: leading("prints them for restore to read", TEXT),
    restore: RESTORE,
    ...verbs(RULE_VERBS, { add: "adds one", delete: "removes one" }),
    flush: flushing(
      "takes all away",
      grammar({
        deed: oneWay(
          () => "forgets all rules but the first, which is for the machine's own addresses",
          "add each again, as `ip rule show` printed it before",
        ),
      }),
    ),
    help: HELP,
  },
  deed: SHOWS,
});
