/**
 * Options of bridges, in the words and units of `ip link set … type bridge`.
 *
 * Sources: IFLA_BR_* of include/uapi/linux/if_link.h, bridge_print_opt() of iproute2's ip/iplink_bridge.c
 *
 * @module
 */
import type { Attributes } from "../rtnetlink/attribute.ts";

/** How the kernel writes a number */
type Width = 1 | 2 | 4;

/** The attribute of each, and how wide it is. Times are hundredths of seconds */
const OPTIONS = {
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
} as const satisfies Readonly<Record<string, readonly [type: number, width: Width]>>;

/** `struct br_boolopt_multi`: the values of switches, then which of them there are; IFLA_BR_MULTI_BOOLOPT */
const SWITCHES = 46;
const NO_LINKLOCAL_LEARN = 1 << 0;

export type BridgeOption = keyof typeof OPTIONS | "no_linklocal_learn";

/** Those that this kernel has */
export type BridgeOptions = Readonly<Partial<Record<BridgeOption, number>>>;

/** Reads the options in IFLA_INFO_DATA of a bridge */
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
