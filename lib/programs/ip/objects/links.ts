/**
 * `ip link`.
 *
 * @module
 */
import { LINK_ADD } from "../link-add.ts";
import { LINK_DELETE } from "../link-delete.ts";
import { KINDS } from "../link-kinds.ts";
import { LINK_SET } from "../link-set.ts";
import { asks, grammar, leading, operand, word, shortening } from "../../grammar-parts.ts";
import { changing, TEXT } from "./others.ts";
import { HELP } from "./help.ts";

const SHOWS = asks("sends the list of its interfaces, as ip asks for it over a netlink socket (RTM_GETLINK)");

const SHOW = grammar({
  words: {
    dev: word("only of one interface", operand("link", "the interface")),
    type: word("only those of a kind", operand("kind", "the kind", KINDS)),
    master: word("only those on a bridge", operand("master", "the bridge")),
    up: word("only those that are up"),
  },
  operands: [operand("link", "only this interface")],
  deed: SHOWS,
});

/** Its verbs, in the order in which iproute2 tries them */
export const LINK = shortening({
  words: {
    add: leading("adds one", LINK_ADD),
    set: leading("sets up or changes one", LINK_SET),
    change: leading("changes one", LINK_SET),
    replace: changing("adds one, or changes the one that is there"),
    delete: leading("deletes one", LINK_DELETE),
    show: leading("shows them", SHOW),
    list: leading("shows them", SHOW),
    lst: leading("shows them", SHOW),
    xstats: leading("shows counters of its kind", TEXT),
    afstats: leading("shows counters of its families", TEXT),
    property: changing("adds or removes a name"),
    help: HELP,
  },
  deed: SHOWS,
});
