/**
 * What `ip -details -json` tells of a bridge's port.
 * Source: bridge_slave_print_opt() of iproute2's ip/iplink_bridge_slave.c; IFLA_BRPORT_*, include/uapi/linux/if_link.h
 *
 * @module
 */
import type { Tell, Telling } from "./telling.ts";
import { hexadecimal } from "../../hexadecimal.ts";
import { bridgeId, hex16, linkName, oneOf, timer, u16, u32, u8, yesOrNo } from "./values.ts";

/** BR_STATE_*, include/uapi/linux/if_bridge.h */
const STATES = { 0: "disabled", 1: "listening", 2: "learning", 3: "forwarding", 4: "blocking" };

/** What the last four bits of a reserved group address of IEEE 802.1D are for, where `ip` has a name for it */
const GROUPS: Readonly<Record<number, string>> = { 0: "stp", 2: "lacp", 14: "lldp" };

const groups: Tell = (value) => {
  const mask = value.readUInt16LE(0);
  const bits = Array.from({ length: 16 }, (_, bit) => bit).filter((bit) => ((mask >> bit) & 1) === 1);
  return bits.length === 0 ? "0x0" : bits.map((bit) => GROUPS[bit] ?? hexadecimal(1 << bit)).join(",");
};

/** Which groups are forwarded is told twice: as a number, and by names */
export const BRIDGE_PORT: Telling = {
  last: 44,
  rows: [
    [1, "state", oneOf(STATES, (value) => value.readUInt8(0))],
    [2, "priority", u16],
    [3, "cost", u32],
    [4, "hairpin", yesOrNo],
    [5, "guard", yesOrNo],
    [6, "root_block", yesOrNo],
    [7, "fastleave", yesOrNo],
    [8, "learning", yesOrNo],
    [9, "flood", yesOrNo],
    [17, "id", hex16],
    [18, "no", hex16],
    [15, "designated_port", u16],
    [16, "designated_cost", u16],
    [14, "bridge_id", bridgeId],
    [13, "root_id", bridgeId],
    [23, "hold_timer", timer],
    [21, "message_age_timer", timer],
    [22, "forward_delay_timer", timer],
    [19, "topology_change_ack", u8],
    [20, "config_pending", u8],
    [10, "proxy_arp", yesOrNo],
    [12, "proxy_arp_wifi", yesOrNo],
    [25, "multicast_router", u8],
    [27, "mcast_flood", yesOrNo],
    [30, "bcast_flood", yesOrNo],
    [28, "mcast_to_unicast", yesOrNo],
    [32, "neigh_suppress", yesOrNo],
    [31, "group_fwd_mask", hex16],
    [31, "group_fwd_mask_str", groups],
    [29, "vlan_tunnel", yesOrNo],
    [33, "isolated", yesOrNo],
    [39, "locked", yesOrNo],
    [34, "backup_port", linkName],
  ],
};
