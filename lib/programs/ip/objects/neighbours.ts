/**
 * `ip neigh`.
 *
 * @module
 */
import { NEIGHBOUR_VERBS } from "../neighbour.ts";
import { asks, grammar, leading, need, oneWay, operand, shortening, verbs, word } from "../../grammar-parts.ts";
import { HELP } from "./help.ts";
import { flushing } from "./others.ts";

const ADDRESS = operand("neighbour", "the neighbour's address");

const NEIGHBOUR = {
  words: {
    dev: word("on which interface", operand("link", "the interface")),
    lladdr: word("its hardware address", operand("address", "six bytes, in hexadecimal")),
    nud: word("how sure that is", operand("state", "permanent, reachable, stale, or another")),
  },
  operands: [ADDRESS],
} as const;

const NEIGHBOURS_SHOWN = asks("sends the hardware addresses that it has learnt by ARP (RTM_GETNEIGH)");

const SHOW = leading("shows them", grammar({ ...NEIGHBOUR, deed: NEIGHBOURS_SHOWN }));

/** Verbs of `ip neigh` */
export const NEIGHBOURS = shortening({
  words: {
    ...verbs(NEIGHBOUR_VERBS, {
      add: "adds one",
      change: "changes one",
      chg: "changes one",
      replace: "adds one, or changes the one that is there",
      delete: "removes one",
    }),
    get: leading("shows one", grammar({ ...NEIGHBOUR, deed: NEIGHBOURS_SHOWN })),
    show: SHOW,
    list: SHOW,
    lst: SHOW,
    flush: flushing(
      "forgets all that fit",
      grammar({
        ...NEIGHBOUR,
        operands: [operand("neighbour", "only this one", { all: "all of them" })],
        needs: [need("which ones: an address, dev and an interface, or all", "neighbour", "link", "state")],
        deed: oneWay(
          () => "forgets all neighbours that fit but those that were written down for ever, and asks by ARP again",
          "they are asked for again by themselves",
        ),
      }),
    ),
    help: HELP,
  },
  deed: NEIGHBOURS_SHOWN,
});
