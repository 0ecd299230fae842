/**
 * The words behind `type bridge`.
 * Source: bridge_parse_opt() of iproute2's ip/iplink_bridge.c
 *
 * @module
 */
import type { BridgeSettings } from "../../../netlink/links/add-bridge.ts";
import type { Words } from "../words.ts";

const READ: Readonly<Record<string, (words: Words) => BridgeSettings>> = {
  ageing_time: (words) => ({ ageingTime: words.unsigned() }),
  forward_delay: (words) => ({ forwardDelay: words.unsigned() }),
  hello_time: (words) => ({ helloTime: words.unsigned() }),
  max_age: (words) => ({ maxAge: words.unsigned() }),
  priority: (words) => ({ priority: words.below(1 << 16) }),
  stp_state: (words) => ({ stp: words.oneOf(["0", "1"]) === "1" ? "on" : "off" }),
  vlan_filtering: (words) => ({ vlanFiltering: words.oneOf(["0", "1"]) === "1" ? "on" : "off" }),
};

/**
 * Reads what a bridge is to be like, to the end.
 *
 * @throws {NotOurs} at a word that only the real `ip` knows what to make of: an abbreviation, or one of forty more
 */
export function readBridgeWords(words: Words): BridgeSettings {
  let said: BridgeSettings = {};
  while (words.has) {
    said = { ...said, ...words.entryOf(READ)(words) };
  }
  return said;
}
