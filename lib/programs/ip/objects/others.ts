/**
 * Objects of `ip` of which no more is known than that they can be shown.
 *
 * Source: iproute2 6.1, the do_…() of each object
 *
 * @module
 */
import type { Keyword } from "../../grammar.ts";
import { asks, grammar, leading, several, shortening } from "../../grammar-parts.ts";
import { HELP } from "./help.ts";
import { EXEC } from "./netns.ts";

const ASKS = asks("is asked for them over a netlink socket");
/** What nobody here reads, and that changes nothing */
export const TEXT = grammar({ operands: [several("text", "as its page of the manual has it")], deed: ASKS });
const SHOW = leading("shows them", TEXT);

/** Makes a verb that changes something, nobody here knows what */
export function changing(means: string): Keyword {
  return { means, leads: "rest" };
}

/** Those that have verbs */
export const SHOWN = shortening({
  words: {
    add: changing("adds one"),
    set: changing("changes one"),
    change: changing("changes one"),
    replace: changing("adds one, or changes the one that is there"),
    delete: changing("removes one"),
    show: SHOW,
    list: SHOW,
    lst: SHOW,
    flush: changing("removes all that match"),
    help: HELP,
  },
  deed: ASKS,
});

export const VRF = shortening({
  words: { show: SHOW, list: SHOW, identify: SHOW, pids: SHOW, exec: EXEC },
  deed: ASKS,
});
