/**
 * Options of links as ports of a bridge, in the words and units of `ip link set … type bridge_slave`.
 *
 * Source: IFLA_BRPORT_* of include/uapi/linux/if_link.h
 *
 * @module
 */
import type { NumberTable } from "../rtnetlink/attribute.ts";

/** The attribute of each option, and its width */
export const OPTIONS = {
  state: [1, 1],
  priority: [2, 2],
  cost: [3, 4],
  hairpin: [4, 1],
  guard: [5, 1],
  root_block: [6, 1],
  fastleave: [7, 1],
  learning: [8, 1],
  flood: [9, 1],
  proxy_arp: [10, 1],
  proxy_arp_wifi: [12, 1],
  mcast_router: [25, 1],
  mcast_flood: [27, 1],
  mcast_to_unicast: [28, 1],
  vlan_tunnel: [29, 1],
  bcast_flood: [30, 1],
  group_fwd_mask: [31, 2],
  neigh_suppress: [32, 1],
  isolated: [33, 1],
  locked: [39, 1],
} as const satisfies NumberTable;

export type PortOption = keyof typeof OPTIONS;

/** Settings of a link as the port of a bridge; missing ones stay as they are */
export type PortOptions = Readonly<Partial<Record<PortOption, number>>>;
