/**
 * `ip rule`.
 *
 * @module
 */
import { RULE_VERBS } from "../rule.ts";
import { asks, grammar, leading, need, oneWay, operand, shortening, verbs, word } from "../../grammar-parts.ts";
import { HELP } from "./ip-help.ts";
import { flushing, RESTORE, TEXT } from "./others.ts";

const TABLE = operand("table", "a routing table: its name or number", { main: "the usual one" });
const NUMBER = operand("priority", "the rule's number: the lowest comes first");

const RULE = {
  words: {
    from: word("for packets from this source", operand("source", "an address or a network", { all: "anywhere" })),
    to: word("for packets to this destination", operand("destination", "an address or a network", { all: "anywhere" })),
    iif: word("for packets that arrive on this interface", operand("input", "an interface")),
    oif: word("for packets of this machine that leave through this interface", operand("output", "an interface")),
    fwmark: word("for packets with this mark of iptables", operand("mark", "a number")),
    table: word("the routing table for these packets", TABLE),
    lookup: word("the routing table for these packets", TABLE),
    priority: word("its place among the rules", NUMBER),
    pref: word("its place among the rules", NUMBER),
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

const SHOWS = asks("returns its rules (RTM_GETRULE)");
const SHOW = leading("shows them", grammar({ ...RULE, needs: [], deed: SHOWS }));

/** Its verbs, in the order in which iproute2 tries them */
export const RULES = shortening({
  words: {
    list: SHOW,
    lst: SHOW,
    show: SHOW,
    save: leading("prints them for restore", TEXT),
    restore: RESTORE,
    ...verbs(RULE_VERBS, { add: "adds one", delete: "removes one" }),
    flush: flushing(
      "takes all away",
      grammar({
        deed: oneWay(
          () => "removes all rules but the first, which is for the machine's own addresses",
          "add each again, as `ip rule show` printed it before",
        ),
      }),
    ),
    help: HELP,
  },
  deed: SHOWS,
});
