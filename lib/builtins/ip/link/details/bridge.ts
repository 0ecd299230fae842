/**
 * What `ip -details -json` tells of a bridge.
 * Source: bridge_print_opt() of iproute2's ip/iplink_bridge.c; IFLA_BR_*, include/uapi/linux/if_link.h
 *
 * @module
 */
import type { Tell, Telling } from "./telling.ts";
import { bridgeId, ethernet, hex16, oneOf, timer, u16, u32, u64, u8 } from "./values.ts";

const ID = 11;

/** That of the bridge itself, whichever is the root: so iproute2 6.1 has it */
const idAgain: Tell = (_, beside) => {
  const id = beside.attributes.get(ID);
  return id === undefined ? undefined : bridgeId(id, beside);
};

/** A setting of two, among those that `struct br_boolopt_multi` says at once: their values, then which of them it says */
function option(bit: number): Tell {
  return (value) => (((value.readUInt32LE(4) >> bit) & 1) === 0 ? undefined : (value.readUInt32LE(0) >> bit) & 1);
}

const VLAN_PROTOCOLS = { 0x8100: "802.1Q", 0x88a8: "802.1ad" };

/** Times are hundredths of seconds */
export const BRIDGE: Telling = {
  last: 49,
  rows: [
    [1, "forward_delay", u32],
    [2, "hello_time", u32],
    [3, "max_age", u32],
    [4, "ageing_time", u32],
    [5, "stp_state", u32],
    [6, "priority", u16],
    [7, "vlan_filtering", u8],
    [8, "vlan_protocol", oneOf(VLAN_PROTOCOLS, (value) => value.readUInt16BE(0))],
    [ID, "bridge_id", bridgeId],
    [10, "root_id", idAgain],
    [12, "root_port", u16],
    [13, "root_path_cost", u32],
    [14, "topology_change", u8],
    [15, "topology_change_detected", u8],
    [16, "hello_timer", timer],
    [17, "tcn_timer", timer],
    [18, "topology_change_timer", timer],
    [19, "gc_timer", timer],
    [39, "vlan_default_pvid", u16],
    [41, "vlan_stats_enabled", u8],
    [45, "vlan_stats_per_port", u8],
    [9, "group_fwd_mask", hex16],
    [20, "group_addr", ethernet],
    [23, "mcast_snooping", u8],
    [46, "no_linklocal_learn", option(0)],
    [46, "mcast_vlan_snooping", option(1)],
    [22, "mcast_router", u8],
    [24, "mcast_query_use_ifaddr", u8],
    [25, "mcast_querier", u8],
    [26, "mcast_hash_elasticity", u32],
    [27, "mcast_hash_max", u32],
    [28, "mcast_last_member_cnt", u32],
    [29, "mcast_startup_query_cnt", u32],
    [30, "mcast_last_member_intvl", u64],
    [31, "mcast_membership_intvl", u64],
    [32, "mcast_querier_intvl", u64],
    [33, "mcast_query_intvl", u64],
    [34, "mcast_query_response_intvl", u64],
    [35, "mcast_startup_query_intvl", u64],
    [42, "mcast_stats_enabled", u8],
    [43, "mcast_igmp_version", u8],
    [44, "mcast_mld_version", u8],
    [36, "nf_call_iptables", u8],
    [37, "nf_call_ip6tables", u8],
    [38, "nf_call_arptables", u8],
  ],
};
