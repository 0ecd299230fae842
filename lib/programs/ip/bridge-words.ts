/**
 * Options of bridges and of their ports, behind `type bridge` and `type bridge_slave`.
 *
 * Sources: ip-link(8); iproute2's ip/iplink_bridge.c and ip/iplink_bridge_slave.c
 *
 * @module
 */
import type { PortOption } from "../../netlink/bridge-ports/port-options.ts";
import type { BridgeOption } from "../../netlink/links/bridge-options.ts";
import type { Grammar, Keyword } from "../grammar.ts";
import type { TypedParameter } from "../strict.ts";
import { below, oneOf, unread, unsigned } from "./types.ts";

const TIME = { means: "hundredths of a second", reads: unsigned };
const SWITCH = { means: "1 for on, 0 for off", reads: below(2) };
const ON_OFF = { means: "on or off", reads: (text: string) => (oneOf(["on", "off"])(text) === "on" ? 1 : 0) };
const UNREAD_SWITCH = { means: "on or off", reads: unread };
const PRIORITY = { means: "a number; the lowest wins", reads: below(1 << 16) };
const BYTE = { means: "a number", reads: below(1 << 8) };

/** What each option means, and what follows it */
type Options<Name extends string> = Readonly<
  Record<Name, readonly [means: string, follows: Omit<TypedParameter<number>, "name">]>
>;

const BRIDGE: Options<BridgeOption> = {
  forward_delay: ["how long a port listens, and learns, before it forwards", TIME],
  hello_time: ["how often the root bridge says so", TIME],
  max_age: ["for how long the root bridge may be silent", TIME],
  ageing_time: ["how long a learned address is remembered", TIME],
  stp_state: ["whether it runs the spanning tree protocol", SWITCH],
  priority: ["its priority to be the root bridge", PRIORITY],
  group_fwd_mask: ["which link-local groups it forwards", { means: "a mask", reads: below(1 << 16) }],
  no_linklocal_learn: ["whether it ignores link-local packets when it learns", { means: SWITCH.means, reads: unread }],
  vlan_filtering: ["whether it tells VLANs apart", SWITCH],
  vlan_default_pvid: ["the VLAN of packets without a tag", { means: "a number", reads: below(1 << 16) }],
  vlan_stats_enabled: ["whether it counts by VLAN", SWITCH],
  mcast_snooping: ["whether it forwards multicast only to who has joined", SWITCH],
  mcast_router: ["whether multicast routers are behind it", BYTE],
  mcast_query_use_ifaddr: ["whether its own address is the source of queries", SWITCH],
  mcast_querier: ["whether it asks who has joined", SWITCH],
  mcast_hash_max: ["how many groups it remembers", { means: "a number", reads: unsigned }],
  mcast_stats_enabled: ["whether it counts multicast", SWITCH],
  mcast_igmp_version: ["the version of IGMP", { ...BYTE, means: "2 or 3" }],
  mcast_mld_version: ["the version of MLD", { ...BYTE, means: "1 or 2" }],
  nf_call_iptables: ["whether iptables sees bridged packets", SWITCH],
  nf_call_ip6tables: ["whether ip6tables sees bridged packets", SWITCH],
  nf_call_arptables: ["whether arptables sees bridged packets", SWITCH],
};

const PORT: Options<PortOption> = {
  state: ["its state in the spanning tree protocol", { means: "0 to 4, from disabled to blocking", reads: below(5) }],
  priority: ["its priority to lead to the root bridge", PRIORITY],
  cost: ["the cost of its way to the root bridge", { means: "a number; the cheapest way is taken", reads: unsigned }],
  hairpin: ["whether packets may leave where they came in", ON_OFF],
  guard: ["whether it drops packets of the spanning tree protocol", ON_OFF],
  root_block: ["whether it can't lead to the root bridge", ON_OFF],
  fastleave: ["whether who leaves a multicast group gets nothing more at once", ON_OFF],
  learning: ["whether it learns addresses", ON_OFF],
  flood: ["whether packets to unknown addresses leave through it", ON_OFF],
  mcast_flood: ["whether multicast that nobody has joined leaves through it", ON_OFF],
  bcast_flood: ["whether broadcast leaves through it", ON_OFF],
  isolated: ["whether it exchanges nothing with other isolated ports", ON_OFF],
  mcast_router: [
    "whether a multicast router is behind it",
    { means: "0 never, 1 where one is heard, 2 always", reads: unread },
  ],
  mcast_to_unicast: ["whether each who has joined gets multicast as a packet of its own", UNREAD_SWITCH],
  group_fwd_mask: ["which link-local groups are forwarded from it", { means: "a mask", reads: unread }],
  proxy_arp: ["whether the bridge answers ARP for who is behind it", UNREAD_SWITCH],
  proxy_arp_wifi: ["whether the bridge answers ARP for who is behind it, as IEEE 802.11 has it", UNREAD_SWITCH],
  neigh_suppress: [
    "whether the bridge answers ARP and neighbour discovery itself, and keeps them from it",
    UNREAD_SWITCH,
  ],
  vlan_tunnel: ["whether VLANs are mapped to tunnels", UNREAD_SWITCH],
  locked: ["whether it takes packets only from addresses that are written down", UNREAD_SWITCH],
};

/** Words that are about two ports at once */
export const BACKUP_WORDS: Grammar["words"] = {
  backup_port: {
    means: "the port that takes its packets while it has no carrier",
    takes: [{ name: "backup_port", means: "that port" }],
  },
  nobackup_port: { means: "no port takes its packets" },
};

/** The parameters of options, by the options' words */
function parametersOf<Name extends string>(options: Options<Name>): Readonly<Record<Name, TypedParameter<number>>> {
  const all = Object.entries<Options<Name>[Name]>(options).map(([name, [, follows]]) => [name, { name, ...follows }]);
  return Object.fromEntries(all) as Record<Name, TypedParameter<number>>; // fromEntries() forgets the names
}

function grammarOf<Name extends string>(
  options: Options<Name>,
  parameters: Readonly<Record<Name, TypedParameter<number>>>,
): Grammar {
  const names = Object.keys(options) as Name[]; // keys() forgets them, too
  const words = names.map((name): [string, Keyword] => [name, { means: options[name][0], takes: [parameters[name]] }]);
  return { operands: [], words: Object.fromEntries(words) };
}

export const BRIDGE_OPTIONS = parametersOf(BRIDGE);
export const BRIDGE_WORDS = grammarOf(BRIDGE, BRIDGE_OPTIONS);

export const PORT_OPTIONS = parametersOf(PORT);
export const PORT_WORDS: Grammar = {
  operands: [],
  words: { ...grammarOf(PORT, PORT_OPTIONS).words, ...BACKUP_WORDS },
};
