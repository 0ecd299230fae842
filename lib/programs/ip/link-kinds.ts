/**
 * Kinds of links, and the words behind `type`.
 *
 * Sources: ip-link(8), veth(4); iproute2's ip/iplink_macvlan.c, ip/iplink_vxlan.c, ip/link_veth.c
 *
 * @module
 */
import { MACVLAN_MODES, type MacvlanMode } from "../../netlink/links/add-macvlan.ts";
import { type Ipv4, parseIpv4 } from "../../values/address/ipv4.ts";
import type { Grammar, Keyword } from "../grammar.ts";
import { BRIDGE_WORDS, PORT_WORDS } from "./bridge-words.ts";
import { INDEX, SETTINGS } from "./link-parameters.ts";
import { LINK_WORDS, type LinkKeyword } from "./link-words.ts";
import { below, interfaceName, oneOf, unread } from "./types.ts";

export const KINDS: Readonly<Record<string, string>> = {
  veth: "a cable: two interfaces; what is sent through one is received by the other",
  bridge: "a switch: its ports are one Ethernet",
  dummy: "an interface that drops all packets",
  macvlan: "a second interface on another one's link, with its own hardware address",
  vlan: "a part of another interface's link, separated by a tag",
  vxlan: "a tunnel for Ethernet over UDP",
};

/** Kernel modules whose name differs from the kind of link */
const MODULES: Readonly<Record<string, string>> = { vlan: "8021q", gre: "ip_gre" };

/** Returns the kernel module that makes links of a kind: `MODULE_ALIAS_RTNL_LINK` of Linux */
export function moduleOf(kind: string): string {
  return Object.hasOwn(MODULES, kind) ? (MODULES[kind] ?? kind) : kind;
}

export const PEER = {
  ...SETTINGS,
  name: { name: "peer", means: "the other end", reads: interfaceName },
  index: INDEX,
} as const;

/** Words for the other end of a veth, which is made as any link is */
const PEER_WORDS: Grammar = {
  operands: [PEER.name],
  words: {
    ...LINK_WORDS,
    dev: { means: "the name of the other end", takes: [PEER.name] },
    name: { means: "the name of the other end", takes: [PEER.name] },
    netns: { means: "the network namespace of the other end", takes: [PEER.netns] },
    type: { means: "the kind of interface", leads: "rest" },
  },
};

const MODES: Readonly<Record<string, string>> = {
  private: "they cannot reach each other",
  bridge: "they reach each other directly",
  vepa: "they reach each other through an external switch",
  passthru: "only one is allowed",
};

export const MODE = {
  name: "mode",
  means: "the mode",
  values: MODES,
  reads: oneOf(Object.keys(MACVLAN_MODES) as MacvlanMode[]), // its keys are all modes
} as const;

/** Options of a tunnel that wirework sets itself, by the names of rtnetlink's fields; ip-link(8) has twenty more */
export const TUNNEL = {
  id: { name: "id", means: "that number", reads: below(1 << 24) },
  dev: { name: "through", means: "that interface", reads: interfaceName },
  remote: { name: "remote", means: "its address", reads: unicast },
  local: { name: "local", means: "its address", reads: unicast },
  port: { name: "dstport", means: "that port", reads: below(1 << 16) },
} as const;

/** Parses a unicast address; a multicast group or 0.0.0.0 is left to `ip`, which complains */
function unicast(text: string): Ipv4 {
  return /^(?:0\.0\.0\.0$|22[4-9]\.|23\d\.)/.test(text) ? unread(text) : parseIpv4(text);
}

const MODE_WORD: Keyword = { means: "how interfaces on the same link reach each other", takes: [MODE] };

const TUNNEL_WORDS: Grammar["words"] = {
  id: { means: "its number: tunnels with the same number are one Ethernet", takes: [TUNNEL.id] },
  dev: { means: "the interface that it sends through", takes: [TUNNEL.dev] },
  remote: { means: "the other end of the tunnel", takes: [TUNNEL.remote] },
  local: { means: "this end of the tunnel", takes: [TUNNEL.local] },
  dstport: { means: "the UDP port", takes: [TUNNEL.port] },
};

/** Words that may follow each kind */
const KIND_WORDS: Readonly<Record<string, Grammar>> = {
  bridge: BRIDGE_WORDS,
  bridge_slave: PORT_WORDS,
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

/** `type`: each kind has words of its own after it */
export const TYPE: LinkKeyword = {
  means: "the kind of interface",
  short: true,
  takes: [KIND],
  leads: { operands: [], words: { ...TUNNEL_WORDS, mode: MODE_WORD } },
  leadsBy: KIND_WORDS,
};
