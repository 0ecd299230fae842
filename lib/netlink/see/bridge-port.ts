/**
 * Settings of links as ports of a bridge, in the words of `ip link set … type bridge_slave`.
 *
 * Sources: IFLA_BRPORT_* of include/uapi/linux/if_link.h, bridge_slave_print_opt() of iproute2's ip/iplink_bridge_slave.c
 *
 * @module
 */
import type { Attributes } from "../rtnetlink/attribute.ts";

/** The attribute of each that is on or off */
const SWITCHES = {
  hairpin: 4,
  guard: 5,
  root_block: 6,
  fastleave: 7,
  learning: 8,
  flood: 9,
  proxy_arp: 10,
  proxy_arp_wifi: 12,
  mcast_flood: 27,
  mcast_to_unicast: 28,
  vlan_tunnel: 29,
  bcast_flood: 30,
  neigh_suppress: 32,
  isolated: 33,
  locked: 39,
} as const;

/** And of each number, with its width in bytes */
const NUMBERS = {
  state: [1, 1],
  priority: [2, 2],
  cost: [3, 4],
  mcast_router: [25, 1],
  group_fwd_mask: [31, 2],
} as const;

export type BridgePortOption = keyof typeof SWITCHES | keyof typeof NUMBERS;

/** Those that this kernel has, as they are written */
export type BridgePort = Readonly<Partial<Record<BridgePortOption, string>>>;

/** Reads the settings in IFLA_INFO_SLAVE_DATA of a bridge's port */
export function bridgePort(data: Attributes): BridgePort {
  const switches = Object.entries(SWITCHES).flatMap(([name, type]) => {
    const value = data.get(type)?.at(0);
    return value === undefined ? [] : [[name, value === 0 ? "off" : "on"] as const];
  });
  const numbers = Object.entries(NUMBERS).flatMap(([name, [type, width]]) => {
    const value = data.get(type);
    return value === undefined ? [] : [[name, `${value.readUIntLE(0, width)}`] as const];
  });
  return Object.fromEntries([...numbers, ...switches]);
}
