/**
 * `ip neigh`.
 *
 * @module
 */
import { NEIGHBOUR_VERBS } from "../neighbour.ts";
import { asks, grammar, leading, need, oneWay, operand, shortening, verbs, word } from "../../grammar-parts.ts";
import { HELP } from "./ip-help.ts";
import { flushing } from "./others.ts";

const ADDRESS = operand("neighbour", "the neighbour's address");

const NEIGHBOUR = {
  words: {
    dev: word("its interface", operand("link", "the interface")),
    lladdr: word("its hardware address", operand("address", "six bytes, in hexadecimal")),
    nud: word("its state", operand("state", "permanent, reachable, stale, or another")),
  },
  operands: [ADDRESS],
} as const;

const NEIGHBOURS_SHOWN = asks("returns the hardware addresses that it has learned (RTM_GETNEIGH)");

const SHOW = leading("shows them", grammar({ ...NEIGHBOUR, deed: NEIGHBOURS_SHOWN }));

/** Verbs of `ip neigh` */
export const NEIGHBOURS = shortening({
  words: {
    ...verbs(NEIGHBOUR_VERBS, {
      add: "adds one",
      change: "changes one",
      chg: "changes one",
      replace: "adds one, or changes the existing one",
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
          () => "removes all matching neighbours except permanent ones, and resolves them again when needed",
          "the kernel resolves them again by itself",
        ),
      }),
    ),
    help: HELP,
  },
  deed: NEIGHBOURS_SHOWN,
});
