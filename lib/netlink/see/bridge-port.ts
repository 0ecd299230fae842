/**
 * Settings of links as ports of a bridge.
 *
 * Source: bridge_slave_print_opt() of iproute2's ip/iplink_bridge_slave.c
 *
 * @module
 */
import { OPTIONS, type PortOption } from "../bridge-ports/port-options.ts";
import type { Attributes } from "../rtnetlink/attribute.ts";

/** The options that this kernel has, in their spelling: most are on or off */
export type BridgePort = Readonly<Partial<Record<PortOption, string>>>;

const NUMBERS: ReadonlySet<string> = new Set<PortOption>([
  "state",
  "priority",
  "cost",
  "mcast_router",
  "group_fwd_mask",
]);

/** Reads the settings in IFLA_INFO_SLAVE_DATA of a bridge's port */
export function bridgePort(data: Attributes): BridgePort {
  return Object.fromEntries(
    Object.entries(OPTIONS).flatMap(([name, [type, width]]) => {
      const value = data.get(type)?.readUIntLE(0, width);
      return value === undefined ? [] : [[name, NUMBERS.has(name) ? `${value}` : value === 0 ? "off" : "on"]];
    }),
  );
}
