import { type BridgeOptions, NO_LINKLOCAL_LEARN, OPTIONS, SWITCHES } from "../links/bridge-options.ts";
import type { Attributes } from "../rtnetlink/attribute.ts";

/**
 * Reads the options in IFLA_INFO_DATA of a bridge.
 *
 * Source: bridge_print_opt() of iproute2's ip/iplink_bridge.c
 */
export function bridgeOptions(data: Attributes): BridgeOptions {
  const numbers = Object.entries(OPTIONS).flatMap(([name, [type, width]]) => {
    const value = data.get(type);
    return value === undefined ? [] : [[name, value.readUIntLE(0, width)] as const];
  });
  const switches = data.get(SWITCHES);
  const isThere = switches !== undefined && (switches.readUInt32LE(4) & NO_LINKLOCAL_LEARN) !== 0;
  return {
    ...Object.fromEntries(numbers),
    ...(isThere && { no_linklocal_learn: switches.readUInt32LE(0) & NO_LINKLOCAL_LEARN }),
  };
}
