/**
 * `brctl`: what `ip link` does today.
 *
 * @module
 */
import { BRCTL_VERBS } from "./verbs.ts";
import type { Deed, Parameter } from "../grammar.ts";
import { asks, grammar, leading, needing, operand, several, verbs } from "../grammar-parts.ts";

const BRIDGE = operand("bridge", "the bridge");
const SHOWS = asks("is asked for its bridges, and for the interfaces on each (/sys/class/net)");
const SHOWS_LEARNT = asks(
  "is asked behind which port the bridge has seen each hardware address (brforward in /sys/class/net)",
);
const SHOWS_TREE = asks("is asked what the bridge and its ports know of other bridges (/sys/class/net)");

function verb(means: string, does: Deed, ...operands: readonly Parameter[]) {
  return leading(means, grammar({ operands, needs: needing(...operands), deed: does }));
}

/** One that shows all bridges, or those that are named */
function shows(means: string) {
  return leading(means, grammar({ operands: [several("bridge", "the bridge")], deed: SHOWS }));
}

/** Its verbs; none may be cut short */
export const BRCTL = grammar({
  lacks: "what to do: show, addbr, delbr, addif, delif, stp",
  words: {
    show: shows("shows bridges, and what is on them"),
    showmacs: verb("shows which hardware addresses a bridge has learnt", SHOWS_LEARNT, BRIDGE),
    showstp: verb("shows a bridge's spanning tree", SHOWS_TREE, BRIDGE),
    ...verbs(BRCTL_VERBS, {
      addbr: "adds a bridge",
      delbr: "deletes a bridge, which must be down",
      addif: "makes an interface a port of a bridge",
      delif: "removes an interface from a bridge",
      stp: "turns the spanning tree protocol on or off, which keeps several bridges from passing packets in circles",
      setfd: "sets how long a port listens, and learns, before it forwards",
      sethello: "sets how often the root bridge says so",
      setmaxage: "sets for how long the root bridge may be silent",
      setageing: "sets how long a learned address is remembered",
      hairpin: "sets whether packets may go out of a port where they came in",
      setpathcost: "sets what a way through a port costs",
      setportprio: "sets a port's priority to become the root port",
      setbridgeprio: "sets its priority to be the root bridge",
    }),
  },
});
