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

/** Options, each with its meaning and the word that follows it */
type Options<Name extends string> = Readonly<
  Record<Name, readonly [means: string, follows: Omit<TypedParameter<number>, "name">]>
>;

const BRIDGE: Options<BridgeOption> = {
  forward_delay: ["how long a port listens, and then learns, before it forwards", TIME],
  hello_time: ["how often the root bridge sends hello packets", TIME],
  max_age: ["how long the root bridge may be silent", TIME],
  ageing_time: ["how long a learned address is kept", TIME],
  stp_state: ["whether it runs the spanning tree protocol", SWITCH],
  priority: ["its priority to be the root bridge", PRIORITY],
  group_fwd_mask: ["which link-local groups it forwards", { means: "a mask", reads: below(1 << 16) }],
  no_linklocal_learn: ["whether it ignores link-local packets when it learns", { means: SWITCH.means, reads: unread }],
  vlan_filtering: ["whether it separates VLANs", SWITCH],
  vlan_default_pvid: ["the VLAN of packets without a tag", { means: "a number", reads: below(1 << 16) }],
  vlan_stats_enabled: ["whether it counts by VLAN", SWITCH],
  mcast_snooping: ["whether it forwards multicast only to ports that have joined", SWITCH],
  mcast_router: ["whether multicast routers are behind it", BYTE],
  mcast_query_use_ifaddr: ["whether queries have its own address as their source", SWITCH],
  mcast_querier: ["whether it queries for members of multicast groups", SWITCH],
  mcast_hash_max: ["the largest number of groups", { means: "a number", reads: unsigned }],
  mcast_stats_enabled: ["whether it counts multicast", SWITCH],
  mcast_igmp_version: ["the version of IGMP", { ...BYTE, means: "2 or 3" }],
  mcast_mld_version: ["the version of MLD", { ...BYTE, means: "1 or 2" }],
  nf_call_iptables: ["whether iptables sees bridged packets", SWITCH],
  nf_call_ip6tables: ["whether ip6tables sees bridged packets", SWITCH],
  nf_call_arptables: ["whether arptables sees bridged packets", SWITCH],
};

const PORT: Options<PortOption> = {
  state: ["its state in the spanning tree protocol", { means: "0 to 4, from disabled to blocking", reads: below(5) }],
  priority: ["its priority to become the root port", PRIORITY],
  cost: [
    "the cost of the path through it to the root bridge",
    { means: "a number; the path with the lowest cost is used", reads: unsigned },
  ],
  hairpin: ["whether packets may leave through the port that they came from", ON_OFF],
  guard: ["whether it drops packets of the spanning tree protocol", ON_OFF],
  root_block: ["whether it may never become the root port", ON_OFF],
  fastleave: ["whether a host that leaves a multicast group is cut off at once", ON_OFF],
  learning: ["whether it learns addresses", ON_OFF],
  flood: ["whether packets to unknown addresses leave through it", ON_OFF],
  mcast_flood: ["whether multicast without members leaves through it", ON_OFF],
  bcast_flood: ["whether broadcast leaves through it", ON_OFF],
  isolated: ["whether it exchanges nothing with other isolated ports", ON_OFF],
  mcast_router: [
    "whether a multicast router is behind it",
    { means: "0 never, 1 if one is detected, 2 always", reads: unread },
  ],
  mcast_to_unicast: ["whether each member gets a unicast copy of multicast packets", UNREAD_SWITCH],
  group_fwd_mask: ["which link-local groups are forwarded from it", { means: "a mask", reads: unread }],
  proxy_arp: ["whether the bridge answers ARP for hosts behind it", UNREAD_SWITCH],
  proxy_arp_wifi: ["whether the bridge answers ARP for hosts behind it, in the way of IEEE 802.11", UNREAD_SWITCH],
  neigh_suppress: [
    "whether the bridge answers ARP and neighbour discovery itself instead of flooding them",
    UNREAD_SWITCH,
  ],
  vlan_tunnel: ["whether VLANs are mapped to tunnels", UNREAD_SWITCH],
  locked: ["whether it accepts packets only from recorded addresses", UNREAD_SWITCH],
};

/** Options that concern two ports at once */
export const BACKUP_WORDS: Grammar["words"] = {
  backup_port: {
    means: "the port that replaces it while it has no carrier",
    takes: [{ name: "backup_port", means: "that port" }],
  },
  nobackup_port: { means: "no port replaces it" },
};

/** The parameter of each option, by the option's name */
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
