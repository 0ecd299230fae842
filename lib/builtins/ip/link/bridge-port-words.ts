/**
 * The words behind `type bridge_slave`.
 * Source: bridge_slave_parse_opt() of iproute2's ip/iplink_bridge_slave.c
 *
 * @module
 */
import { PORT_STATES, type PortSettings } from "../../../netlink/bridge-ports/set-bridge-port.ts";
import { NotOurs, type Words } from "../words.ts";

const READ: Readonly<Record<string, (words: Words) => PortSettings>> = {
  bcast_flood: (words) => ({ broadcastFlood: words.oneOf(["on", "off"]) }),
  cost: (words) => ({ cost: words.unsigned() }),
  fastleave: (words) => ({ fastLeave: words.oneOf(["on", "off"]) }),
  flood: (words) => ({ flood: words.oneOf(["on", "off"]) }),
  guard: (words) => ({ guard: words.oneOf(["on", "off"]) }),
  hairpin: (words) => ({ hairpin: words.oneOf(["on", "off"]) }),
  isolated: (words) => ({ isolated: words.oneOf(["on", "off"]) }),
  learning: (words) => ({ learning: words.oneOf(["on", "off"]) }),
  mcast_flood: (words) => ({ multicastFlood: words.oneOf(["on", "off"]) }),
  priority: (words) => ({ priority: words.below(1 << 16) }),
  root_block: (words) => ({ rootBlock: words.oneOf(["on", "off"]) }),
  state: (words) => ({ state: stateOf(words) }),
};

/**
 * Reads what the port of a bridge is to be like, to the end.
 *
 * @throws {NotOurs} at a word that only the real `ip` knows what to make of: an abbreviation, or one of ten more
 */
export function readBridgePortWords(words: Words): PortSettings {
  let said: PortSettings = {};
  while (words.has) {
    said = { ...said, ...words.entryOf(READ)(words) };
  }
  return said;
}

/** `ip` has no names for them here */
function stateOf(words: Words): keyof typeof PORT_STATES {
  const number = words.number();
  const states = Object.keys(PORT_STATES) as (keyof typeof PORT_STATES)[];
  const state = states.find((one) => PORT_STATES[one] === number);
  if (state === undefined) throw new NotOurs();
  return state;
}
