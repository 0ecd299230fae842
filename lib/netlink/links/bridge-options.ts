/**
 * Options of bridges, in the words and units of `ip link set … type bridge`.
 *
 * Source: IFLA_BR_* of include/uapi/linux/if_link.h
 *
 * @module
 */
import type { NumberTable } from "../rtnetlink/attribute.ts";

/** The attribute of each, and how wide it is. Times are hundredths of seconds */
export const OPTIONS = {
  forward_delay: [1, 4],
  hello_time: [2, 4],
  max_age: [3, 4],
  ageing_time: [4, 4],
  stp_state: [5, 4],
  priority: [6, 2],
  group_fwd_mask: [9, 2],
  vlan_filtering: [7, 1],
  vlan_default_pvid: [39, 2],
  vlan_stats_enabled: [41, 1],
  mcast_snooping: [23, 1],
  mcast_router: [22, 1],
  mcast_query_use_ifaddr: [24, 1],
  mcast_querier: [25, 1],
  mcast_hash_max: [27, 4],
  mcast_stats_enabled: [42, 1],
  mcast_igmp_version: [43, 1],
  mcast_mld_version: [44, 1],
  nf_call_iptables: [36, 1],
  nf_call_ip6tables: [37, 1],
  nf_call_arptables: [38, 1],
} as const satisfies NumberTable;

/** `struct br_boolopt_multi`: the values of switches, then which of them there are; IFLA_BR_MULTI_BOOLOPT */
export const SWITCHES = 46;
export const NO_LINKLOCAL_LEARN = 1 << 0;

/** Options that are an attribute each; of those that are left out the kernel decides */
export type BridgeNumbers = Readonly<Partial<Record<keyof typeof OPTIONS, number>>>;

export type BridgeOption = keyof typeof OPTIONS | "no_linklocal_learn";

/** Some of them; of a bridge that is seen, those that this kernel has */
export type BridgeOptions = Readonly<Partial<Record<BridgeOption, number>>>;
