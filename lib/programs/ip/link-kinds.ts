/**
 * Kinds of links, and the words behind `type`.
 *
 * Sources: ip-link(8), veth(4); iproute2's ip/iplink_bridge.c, ip/iplink_macvlan.c, ip/iplink_vxlan.c, ip/link_veth.c
 *
 * @module
 */
import type { PortOptions } from "../../netlink/bridge-ports/set-bridge-port.ts";
import { MACVLAN_MODES, type MacvlanMode } from "../../netlink/links/add-macvlan.ts";
import type { BridgeOption } from "../../netlink/links/bridge-options.ts";
import { type Ipv4, parseIpv4 } from "../../values/address/ipv4.ts";
import type { Grammar, Keyword } from "../grammar.ts";
import type { TypedParameter } from "../strict.ts";
import { INDEX, LINK_WORDS, type LinkKeyword, SETTINGS } from "./link-words.ts";
import { below, interfaceName, oneOf, unread, unsigned } from "./types.ts";

export const KINDS: Readonly<Record<string, string>> = {
  veth: "a cable: two interfaces, and what goes in at one comes out at the other",
  bridge: "a switch: its ports are one Ethernet",
  dummy: "an interface that drops all packets",
  macvlan: "a second interface on the cable of another, with a hardware address of its own",
  vlan: "a part of another interface's cable, told apart by a tag",
  vxlan: "a tunnel of Ethernet through UDP",
};

/** Kernel modules that are not called like their kind; others are */
const MODULES: Readonly<Record<string, string>> = { vlan: "8021q", gre: "ip_gre" };

/** Names the kernel module that makes links of a kind, as `MODULE_ALIAS_RTNL_LINK` of Linux has it */
export function moduleOf(kind: string): string {
  return Object.hasOwn(MODULES, kind) ? (MODULES[kind] ?? kind) : kind;
}

export const PEER = {
  ...SETTINGS,
  name: { name: "peer", means: "the other end", reads: interfaceName },
  index: INDEX,
} as const;

/** The other end of a veth is made as any link is */
const PEER_WORDS: Grammar = {
  operands: [PEER.name],
  words: {
    ...LINK_WORDS,
    dev: { means: "the name of the other end", takes: [PEER.name] },
    name: { means: "the name of the other end", takes: [PEER.name] },
    netns: { means: "the network namespace that the other end is made in", takes: [PEER.netns] },
    type: { means: "the kind of interface", leads: "rest" },
  },
};

const TIME = { means: "hundredths of a second", reads: unsigned };
const SWITCH = { means: "1 for on, 0 for off", reads: below(2) };
const ON_OFF = { means: "on or off", reads: (text: string) => (oneOf(["on", "off"])(text) === "on" ? 1 : 0) };
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

const PORT: Options<keyof PortOptions> = {
  state: ["its state in the spanning tree protocol", { means: "0 to 4, from disabled to blocking", reads: below(5) }],
  priority: ["its priority to lead to the root bridge", PRIORITY],
  cost: ["the cost of its way to the root bridge", { means: "a number", reads: unsigned }],
  hairpin: ["whether packets may leave where they came in", ON_OFF],
  guard: ["whether it drops packets of the spanning tree protocol", ON_OFF],
  root_block: ["whether it can't lead to the root bridge", ON_OFF],
  fastleave: ["whether who leaves a multicast group gets nothing more at once", ON_OFF],
  learning: ["whether it learns addresses", ON_OFF],
  flood: ["whether packets to unknown addresses leave through it", ON_OFF],
  mcast_flood: ["whether multicast that nobody has joined leaves through it", ON_OFF],
  bcast_flood: ["whether broadcast leaves through it", ON_OFF],
  isolated: ["whether it exchanges nothing with other isolated ports", ON_OFF],
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
export const PORT_OPTIONS = parametersOf(PORT);

const MODES: Readonly<Record<string, string>> = {
  private: "they don't reach each other",
  bridge: "they reach each other directly",
  vepa: "they reach each other through a switch outside",
  passthru: "there is only this one",
};

export const MODE = {
  name: "mode",
  means: "the mode",
  values: MODES,
  reads: oneOf(Object.keys(MACVLAN_MODES) as MacvlanMode[]), // its keys are all modes
} as const;

/** A tunnel's options, by the names that they have in rtnetlink's messages here; ip-link(8) has twenty more */
export const TUNNEL = {
  id: { name: "id", means: "that number", reads: below(1 << 24) },
  dev: { name: "through", means: "that interface", reads: interfaceName },
  remote: { name: "remote", means: "its address", reads: unicast },
  local: { name: "local", means: "its address", reads: unicast },
  port: { name: "dstport", means: "that port", reads: below(1 << 16) },
} as const;

/** Of a multicast group's address, or none, `ip` complains here */
function unicast(text: string): Ipv4 {
  return /^(?:0\.0\.0\.0$|22[4-9]\.|23\d\.)/.test(text) ? unread(text) : parseIpv4(text);
}

const MODE_WORD: Keyword = { means: "how those on one cable reach each other", takes: [MODE] };

const TUNNEL_WORDS: Grammar["words"] = {
  id: { means: "its number: those of one number are one Ethernet", takes: [TUNNEL.id] },
  dev: { means: "the interface that it sends over", takes: [TUNNEL.dev] },
  remote: { means: "the other end of the tunnel", takes: [TUNNEL.remote] },
  local: { means: "this end of the tunnel", takes: [TUNNEL.local] },
  dstport: { means: "the UDP port", takes: [TUNNEL.port] },
};

/** What may stand behind each kind */
const KIND_WORDS: Readonly<Record<string, Grammar>> = {
  bridge: grammarOf(BRIDGE, BRIDGE_OPTIONS),
  bridge_slave: grammarOf(PORT, PORT_OPTIONS),
  dummy: { operands: [], words: {} },
  macvlan: { operands: [], words: { mode: MODE_WORD } },
  veth: {
    operands: [],
    words: { peer: { means: "the other end, described by what follows", leads: PEER_WORDS } },
  },
};

export const KIND = {
  name: "kind",
  means: "the kind",
  values: { ...KINDS, bridge_slave: "a port of a bridge" },
  reads: (text: string) => text,
} as const;

/** `type`, behind which each kind has words of its own */
export const TYPE: LinkKeyword = {
  means: "the kind of interface",
  short: true,
  takes: [KIND],
  leads: { operands: [], words: { ...TUNNEL_WORDS, mode: MODE_WORD } },
  leadsBy: KIND_WORDS,
};
