/**
 * `ip addr`.
 *
 * @module
 */
import { ADDRESS_VERBS } from "../address.ts";
import { asks, grammar, leading, operand, shortening, verbs, word } from "../../grammar-parts.ts";
import { RESTORE, TEXT } from "./others.ts";
import { HELP } from "./ip-help.ts";

const SHOWS = asks("returns its interfaces and their addresses (RTM_GETLINK, RTM_GETADDR)");

const SHOW = grammar({
  words: {
    dev: word("only of this interface", operand("link", "the interface")),
    up: word("only of interfaces that are up"),
    scope: word("only of this scope", operand("scope", "global, link or host")),
    to: word("only in this network", operand("network", "the network")),
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
      replace: "adds one, or changes the existing one",
      delete: "removes one",
    }),
    show: leading("shows them", SHOW),
    list: leading("shows them", SHOW),
    lst: leading("shows them", SHOW),
    ...verbs(ADDRESS_VERBS, { flush: "removes all" }),
    save: leading("prints them for restore", TEXT),
    showdump: leading("shows those in a file from save", TEXT),
    restore: RESTORE,
    help: HELP,
  },
  deed: SHOWS,
});
