/**
 * `ip addr`.
 *
 * @module
 */
import { ADDRESS_VERBS } from "../address.ts";
import { asks, grammar, leading, operand, shortening, verbs, word } from "../../grammar-parts.ts";
import { RESTORE, TEXT } from "./others.ts";
import { HELP } from "./help.ts";

const SHOWS = asks("sends its interfaces and their addresses, as ip asks for them (RTM_GETLINK, RTM_GETADDR)");

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

/** Its verbs, in the order in which iproute2 tries them */
export const ADDRESSES = shortening({
  words: {
    ...verbs(ADDRESS_VERBS, {
      add: "adds one",
      change: "changes one",
      chg: "changes one",
      replace: "adds one, or changes the one that is there",
      delete: "removes one",
    }),
    show: leading("shows them", SHOW),
    list: leading("shows them", SHOW),
    lst: leading("shows them", SHOW),
    ...verbs(ADDRESS_VERBS, { flush: "removes all" }),
    save: leading("prints them for restore to read", TEXT),
    showdump: leading("shows those in a file that save has written", TEXT),
    restore: RESTORE,
    help: HELP,
  },
  deed: SHOWS,
});
