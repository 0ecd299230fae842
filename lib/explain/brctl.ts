/**
 * `brctl`: what `ip link` does today.
 *
 * @module
 */
import { asks, deed, type Deed, grammar, leading, needing, oneWay, operand, type Operand, several } from "./grammar.ts";

const BRIDGE = operand("bridge", "the bridge");
const PORT = several("port", "the interface");
const SHOWS = asks("is asked for its bridges, and for the interfaces on each (/sys/class/net)");
const SHOWS_LEARNT = asks(
  "is asked behind which port the bridge has seen each hardware address (brforward in /sys/class/net)",
);
const SHOWS_TREE = asks("is asked what the bridge and its ports know of other bridges (/sys/class/net)");

function verb(means: string, does: Deed, ...operands: readonly Operand[]) {
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
    addbr: verb(
      "makes a bridge",
      deed(
        ({ bridge }) => `makes the bridge ${bridge}: a switch with no cable in it, which is down`,
        ({ bridge }) => `brctl delbr ${bridge}`,
      ),
      operand("bridge", "its name"),
    ),
    delbr: verb(
      "removes a bridge, which must be down",
      oneWay(
        ({ bridge }) => `removes ${bridge}, with its addresses; interfaces that were on it stay, on no bridge`,
        "make it again: brctl addbr, and its addresses, and what was on it",
      ),
      BRIDGE,
    ),
    addif: verb(
      "puts an interface on a bridge",
      deed(
        ({ bridge, port }) =>
          `makes ${port} a port of ${bridge}: what comes in there goes to the bridge, and no longer to the host itself`,
        ({ bridge, port }) => `brctl delif ${bridge} ${port}`,
      ),
      BRIDGE,
      PORT,
    ),
    delif: verb(
      "takes an interface off a bridge",
      deed(
        ({ bridge, port }) => `makes ${port} an interface by itself again: nothing passes between it and ${bridge}`,
        ({ bridge, port }) => `brctl addif ${bridge} ${port}`,
      ),
      BRIDGE,
      PORT,
    ),
    stp: verb(
      "switches the spanning tree, which keeps several bridges from running packets in circles",
      deed(
        ({ bridge, state }) =>
          `${/^(?:on|yes|1)$/.test(state ?? "") ? "talks to other bridges, to find circles" : "talks to no other bridge"} on ${bridge}`,
        ({ bridge, state }) => `brctl stp ${bridge} ${/^(?:on|yes|1)$/.test(state ?? "") ? "off" : "on"}`,
      ),
      BRIDGE,
      operand("state", "whether it runs", { on: "it runs", off: "it does not" }),
    ),
  },
});
