/**
 * Kinds of links, and the words behind `type`.
 *
 * Sources: ip-link(8), veth(4); iproute2's ip/iplink_bridge.c, ip/iplink_macvlan.c, ip/iplink_vxlan.c, ip/link_veth.c
 *
 * @module
 */
import type { Grammar, Keyword, Parameter } from "../grammar.ts";
import { PORT_WORDS } from "./port-words.ts";

export const KINDS: Readonly<Record<string, string>> = {
  veth: "a cable: two interfaces, and what goes in at one comes out at the other",
  bridge: "a switch: its ports are one Ethernet",
  bridge_slave: "a port of a bridge",
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

const MODES: Readonly<Record<string, string>> = {
  private: "they don't reach each other",
  bridge: "they reach each other directly",
  vepa: "they reach each other through a switch outside",
  passthru: "there is only this one",
};

const PEER_NAME: Parameter = { name: "peer", means: "the other end" };

const PEER: Grammar = {
  operands: [PEER_NAME],
  words: {
    name: { means: "the name of the other end", takes: [PEER_NAME] },
    netns: {
      means: "the network namespace that the other end is made in",
      takes: [{ name: "peerNetns", means: "a name in /var/run/netns, or a process ID" }],
    },
    address: {
      means: "its hardware address",
      takes: [{ name: "peerAddress", means: "six bytes, in hexadecimal" }],
      short: true,
    },
    mtu: { means: "how large its packets may be", takes: [{ name: "peerMtu", means: "bytes" }] },
    index: { means: "its number", takes: [{ name: "peerIndex", means: "that number" }] },
  },
};

const TIME = "hundredths of a second";
const SWITCH = "1 for on, 0 for off";

/** Options of bridges: what each means, and what follows it */
const BRIDGE: Readonly<Record<string, readonly [means: string, follows: string]>> = {
  forward_delay: ["how long a port listens, and learns, before it forwards", TIME],
  hello_time: ["how often the root bridge says so", TIME],
  max_age: ["for how long the root bridge may be silent", TIME],
  ageing_time: ["how long a learned address is remembered", TIME],
  stp_state: ["whether it runs the spanning tree protocol", SWITCH],
  priority: ["its priority to be the root bridge", "a number; the lowest wins"],
  group_fwd_mask: ["which link-local groups it forwards", "a mask"],
  no_linklocal_learn: ["whether it ignores link-local packets when it learns", SWITCH],
  vlan_filtering: ["whether it tells VLANs apart", SWITCH],
  vlan_default_pvid: ["the VLAN of packets without a tag", "a number"],
  vlan_stats_enabled: ["whether it counts by VLAN", SWITCH],
  mcast_snooping: ["whether it forwards multicast only to who has joined", SWITCH],
  mcast_router: ["whether multicast routers are behind it", "a number"],
  mcast_query_use_ifaddr: ["whether its own address is the source of queries", SWITCH],
  mcast_querier: ["whether it asks who has joined", SWITCH],
  mcast_hash_max: ["how many groups it remembers", "a number"],
  mcast_stats_enabled: ["whether it counts multicast", SWITCH],
  mcast_igmp_version: ["the version of IGMP", "2 or 3"],
  mcast_mld_version: ["the version of MLD", "1 or 2"],
  nf_call_iptables: ["whether iptables sees bridged packets", SWITCH],
  nf_call_ip6tables: ["whether ip6tables sees bridged packets", SWITCH],
  nf_call_arptables: ["whether arptables sees bridged packets", SWITCH],
};

const BRIDGE_WORDS: Readonly<Record<string, Keyword>> = Object.fromEntries(
  Object.entries(BRIDGE).map(([name, [means, follows]]) => [name, { means, takes: [{ name, means: follows }] }]),
);

/** What may stand behind the kind */
export const KIND_WORDS: Grammar = {
  operands: [],
  words: {
    ...BRIDGE_WORDS,
    ...PORT_WORDS,
    peer: { means: "the other end, described by what follows", leads: PEER },
    mode: {
      means: "how those on one cable reach each other",
      takes: [{ name: "mode", means: "the mode", values: MODES }],
    },
    id: { means: "its number: those of one number are one Ethernet", takes: [{ name: "id", means: "that number" }] },
    dev: { means: "the interface that it sends over", takes: [{ name: "through", means: "that interface" }] },
    remote: { means: "the other end of the tunnel", takes: [{ name: "remote", means: "its address" }] },
    local: { means: "this end of the tunnel", takes: [{ name: "local", means: "its address" }] },
    dstport: { means: "the UDP port", takes: [{ name: "dstport", means: "that port" }] },
  },
};
