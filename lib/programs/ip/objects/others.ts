/**
 * Objects of `ip` that wirework only knows how to show.
 *
 * Source: iproute2 6.1, the do_…() of each object
 *
 * @module
 */
import type { Grammar, Keyword } from "../../grammar.ts";
import { asks, grammar, leading, several, shortening } from "../../grammar-parts.ts";
import { HELP } from "./ip-help.ts";
import { EXEC } from "./netns.ts";

const ASKS = asks("returns them over a netlink socket");
/** Words that are not parsed, of a line that changes nothing */
export const TEXT = grammar({ operands: [several("text", "see its manual page")], deed: ASKS });
const SHOW = leading("shows them", TEXT);

/** Makes a verb that changes something unknown */
export function changing(means: string): Keyword {
  return { means, leads: "rest" };
}

/** The reason why `restore` and the like can't be undone, as a clause */
export const UNREAD_FILE = "wirework does not read the lines of its file";
const OF_ANY_ORIGIN = "it takes away entries of any origin";

/** Makes `flush`; what follows it is read where a grammar is given */
export function flushing(means: string, leads: Grammar | "rest" = "rest"): Keyword {
  return { means, leads, cannotUndo: OF_ANY_ORIGIN };
}

/** `restore` */
export const RESTORE: Keyword = {
  ...changing("adds what save has printed"),
  cannotUndo: "it adds whatever is in its input",
};

/** Objects that have verbs */
export const SHOWN = shortening({
  words: {
    add: changing("adds one"),
    set: changing("changes one"),
    change: changing("changes one"),
    replace: changing("adds one, or changes the existing one"),
    delete: changing("removes one"),
    show: SHOW,
    list: SHOW,
    lst: SHOW,
    flush: flushing("removes all that match"),
    help: HELP,
  },
  deed: ASKS,
});

export const VRF = shortening({
  words: { show: SHOW, list: SHOW, identify: SHOW, pids: SHOW, exec: EXEC },
  deed: ASKS,
});
