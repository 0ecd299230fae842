/**
 * `ip neigh`.
 *
 * @module
 */
import { asks, deed, grammar, leading, need, needing, oneWay, operand, word } from "../grammar.ts";

const ADDRESS = operand("neighbour", "the neighbour's address");
const ON = need("dev, and the interface", "link");

const NEIGHBOUR = {
  words: {
    dev: word("on which interface", operand("link", "the interface")),
    lladdr: word("its hardware address", operand("address", "six bytes, in hexadecimal")),
    nud: word("how sure that is", operand("state", "permanent, reachable, stale, or another")),
  },
  operands: [ADDRESS],
} as const;

const NEIGHBOURS_SHOWN = asks("sends the hardware addresses that it has learnt by ARP (RTM_GETNEIGH)");

/** Verbs of `ip neigh` */
export const NEIGHBOURS = grammar({
  shortens: "to any beginning",
  words: {
    add: leading(
      "writes one down",
      grammar({
        ...NEIGHBOUR,
        needs: [...needing(ADDRESS), ON, need("lladdr, and the hardware address", "address", "state")],
        deed: deed(
          ({ neighbour, link }) => `asks nobody on ${link} for ${neighbour} any more`,
          ({ neighbour, link }) => `ip neigh del ${neighbour} dev ${link}`,
        ),
      }),
    ),
    delete: leading(
      "forgets one",
      grammar({
        ...NEIGHBOUR,
        needs: [...needing(ADDRESS), ON],
        deed: oneWay(
          ({ neighbour }) => `forgets ${neighbour}, and asks by ARP when it needs it`,
          "it is asked for again by itself",
        ),
      }),
    ),
    show: leading("shows them", grammar({ ...NEIGHBOUR, deed: NEIGHBOURS_SHOWN })),
    list: leading("shows them", grammar({ ...NEIGHBOUR, deed: NEIGHBOURS_SHOWN })),
    flush: leading(
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
  },
  deed: NEIGHBOURS_SHOWN,
});
