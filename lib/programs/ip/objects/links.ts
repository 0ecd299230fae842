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
import { HELP } from "./ip-help.ts";

const SHOWS = asks("returns its interfaces over a netlink socket (RTM_GETLINK)");

const SHOW = grammar({
  words: {
    dev: word("only this interface", operand("link", "the interface")),
    type: word("only interfaces of this kind", operand("kind", "the kind", KINDS)),
    master: word("only ports of this bridge", operand("master", "the bridge")),
    up: word("only interfaces that are up"),
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
    replace: changing("adds one, or changes the existing one"),
    delete: leading("deletes one", LINK_DELETE),
    show: leading("shows them", SHOW),
    list: leading("shows them", SHOW),
    lst: leading("shows them", SHOW),
    xstats: leading("shows the counters of its kind", TEXT),
    afstats: leading("shows the counters of its families", TEXT),
    property: changing("adds or removes a name"),
    help: HELP,
  },
  deed: SHOWS,
});
