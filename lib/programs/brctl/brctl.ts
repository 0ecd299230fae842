/**
 * `brctl`: the older program for bridges; `ip link` does the same.
 *
 * @module
 */
import { BRCTL_VERBS } from "./verbs.ts";
import type { Deed, Keyword, Parameter } from "../grammar.ts";
import { asks, grammar, leading, needing, operand, several, spelled, verbs, word } from "../grammar-parts.ts";

const BRIDGE = operand("bridge", "the bridge");
const SHOWS = asks("returns its bridges and their ports (/sys/class/net)");
const SHOWS_LEARNT = asks(
  "returns the hardware addresses that the bridge has learned, each with its port (brforward in /sys/class/net)",
);
const SHOWS_TREE = asks("returns the state of the spanning tree, for the bridge and its ports (/sys/class/net)");

function verb(means: string, does: Deed, ...operands: readonly Parameter[]) {
  return leading(means, grammar({ operands, needs: needing(...operands), deed: does }));
}

/** Makes the words of a command that shows all bridges, or the named ones */
function shows(means: string) {
  return leading(means, grammar({ operands: [several("bridge", "the bridge")], deed: SHOWS }));
}

/** Makes an option that ends brctl */
function ending(means: string): Keyword {
  return { ...word(means), deed: asks("does nothing: the text is brctl's own"), only: "prints" };
}

/** The options and commands of brctl; no command may be abbreviated */
export const BRCTL = grammar({
  lacks: "what to do: show, addbr, delbr, addif, delif, stp",
  words: {
    ...spelled(ending("prints its usage"), "-h", "--help"),
    ...spelled(ending("prints its version"), "-V", "--version"),
    show: shows("shows bridges and their ports"),
    showmacs: verb("shows the hardware addresses that a bridge has learned", SHOWS_LEARNT, BRIDGE),
    showstp: verb("shows a bridge's spanning tree", SHOWS_TREE, BRIDGE),
    ...verbs(BRCTL_VERBS, {
      addbr: "adds a bridge",
      delbr: "deletes a bridge, which must be down",
      addif: "makes an interface a port of a bridge",
      delif: "removes an interface from a bridge",
      stp: "turns the spanning tree protocol on or off, which prevents loops of bridges",
      setfd: "sets how long a port listens, and then learns, before it forwards",
      sethello: "sets how often the root bridge sends hello packets",
      setmaxage: "sets how long the root bridge may be silent",
      setageing: "sets how long a learned address is kept",
      hairpin: "sets whether packets may leave through the port that they came from",
      setpathcost: "sets the cost of a path through a port",
      setportprio: "sets a port's priority to become the root port",
      setbridgeprio: "sets its priority to be the root bridge",
    }),
  },
});
