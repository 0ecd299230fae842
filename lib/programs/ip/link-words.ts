/**
 * The words of `ip link add` and `ip link set`.
 *
 * Sources: ip-link(8); iplink_parse() of iproute2's ip/iplink.c, in its order
 *
 * @module
 */
import { type LostEntries, LOST_ENTRIES } from "../../resources/entry-touch.ts";
import type { Keyword, Parameter } from "../grammar.ts";
import { KIND_WORDS, KINDS } from "./link-kinds.ts";

/** A word, and what it sets */
export interface LinkKeyword extends Keyword {
  /** The settings as they are afterwards; of others nobody here knows how they are brought back */
  readonly sets?: (value: string) => Readonly<Record<string, string>>;
  /** What is lost along with it */
  readonly loses?: readonly LostEntries[];
  /** What it changes: `sets A up`; without it, that it sets the word */
  readonly changes?: (link: string, value: string) => string;
  /** What the kernel does */
  readonly kernel?: (link: string, value: string) => string;
}

export const LINK_NAME: Parameter = { name: "link", means: "the interface" };

const ON_OFF = (name: string): readonly Parameter[] => [{ name, means: "on or off" }];

function value(name: string, means: string, follows: string, more: Omit<LinkKeyword, "means" | "takes">): LinkKeyword {
  return { means, takes: [{ name, means: follows }], sets: (text) => ({ [name]: text }), ...more };
}

function onOff(name: string, means: string, kernel: (link: string, is: string) => string): LinkKeyword {
  return { means, takes: ON_OFF(name), sets: (text) => ({ [name]: text }), kernel };
}

/** What follows and is read by nobody here */
function unread(means: string, short?: true): LinkKeyword {
  return { means, leads: "rest", ...(short && { short }) };
}

/** Words that are followed by one that ip-link(8) explains; how those are brought back nobody here knows */
const WITH_A_WORD: Readonly<Record<string, LinkKeyword>> = Object.fromEntries(
  "broadcast brd trailers state numtxqueues numrxqueues addrgenmode link-netns link-netnsid protodown_reason gso_max_size gso_max_segs gro_max_size gso_ipv4_max_size gro_ipv4_max_size parentdev netns-immutable"
    .split(" ")
    .map((name) => [name, { means: `sets its ${name}`, takes: [{ name, means: "as ip-link(8) has it" }] }]),
);

export const LINK_WORDS: Readonly<Record<string, LinkKeyword>> = {
  dev: { means: "the interface's name follows", takes: [LINK_NAME], sets: () => ({}) },
  up: {
    means: "sets it up",
    sets: () => ({ state: "up" }),
    changes: (link) => `sets ${link} up`,
    kernel: (link) =>
      `sets ${link} up, and adds the routes of its addresses; a veth passes packets once its peer is up, too`,
  },
  down: {
    means: "sets it down",
    sets: () => ({ state: "down" }),
    loses: LOST_ENTRIES,
    changes: (link) => `sets ${link} down`,
    kernel: (link) => `sets ${link} down; all routes over it, and its IPv6 addresses, are lost`,
  },
  name: {
    means: "renames it",
    takes: [{ name: "newName", means: "the new name, 15 characters at most" }],
    sets: () => ({}),
    changes: (link, name) => `renames ${link} to ${name}`,
    kernel: (link, name) => `renames ${link} to ${name}, unless another interface of this namespace has that name`,
  },
  netns: {
    means: "moves it to another network namespace",
    takes: [{ name: "netns", means: "the namespace: a name in /var/run/netns, or a process ID" }],
    sets: () => ({ state: "down", master: "" }),
    loses: LOST_ENTRIES,
    changes: (link, netns) => `moves ${link} to the network namespace of ${netns}`,
    kernel: (link, netns) =>
      `moves ${link} to the network namespace of ${netns}; it goes down, and loses its addresses and routes`,
  },
  mtu: value("mtu", "sets how large its packets may be", "bytes", {
    kernel: (link, mtu) => `sends no packet of more than ${mtu} bytes over ${link}`,
  }),
  qlen: { ...value("txqueuelen", "sets how many packets may wait", "packets", {}), same: "txqueuelen" },
  arp: {
    ...onOff("arp", "sets whether it uses ARP", (link, is) => `turns ARP on ${link} ${is}`),
    loses: ["neighbour"],
  },
  multicast: onOff("multicast", "sets whether it sends multicast", (link, is) => `turns multicast on ${link} ${is}`),
  allmulticast: onOff(
    "allmulticast",
    "sets whether it receives all multicast",
    (link, is) => `turns receiving all multicast on ${link} ${is}`,
  ),
  promisc: onOff(
    "promisc",
    "sets whether it receives packets for others",
    (link, is) => `turns promiscuous mode of ${link} ${is}`,
  ),
  protodown: onOff(
    "protodown",
    "sets whether a protocol holds it down",
    (link, is) => `turns protodown of ${link} ${is}`,
  ),
  group: value("group", "puts it into a group", "the group", {
    kernel: (link, group) => `puts ${link} into the group ${group}`,
  }),
  index: { means: "its number", takes: [{ name: "index", means: "that number" }] },
  vrf: {
    means: "puts it into a VRF",
    takes: [{ name: "master", means: "the VRF" }],
    sets: (master) => ({ master }),
    loses: ["route"],
  },
  ...WITH_A_WORD,
  vf: unread("a virtual function of a network card"),
  xdp: unread("a program that sees each packet first"),
  xdpgeneric: unread("a program that sees each packet first"),
  xdpdrv: unread("a program that sees each packet first"),
  xdpoffload: unread("a program that sees each packet first"),
  carrier: unread("sets whether it has a carrier", true),
  mode: unread("sets its link mode", true),
  address: value("address", "sets its hardware address", "six bytes, in hexadecimal", {
    short: true,
    loses: ["neighbour"],
    kernel: (link, address) => `gives ${link} the hardware address ${address}`,
  }),
  alias: value("alias", "sets a text about it", "the text", {
    short: true,
    kernel: (link, text) => `keeps "${text}" as a text about ${link}`,
  }),
  dynamic: {
    ...onOff("dynamic", "sets whether its address may change", (link, is) => `turns the flag DYNAMIC of ${link} ${is}`),
    short: true,
  },
  link: { means: "the interface that it is made on", takes: [{ name: "lower", means: "that interface" }], short: true },
  master: value("master", "makes it a port of a bridge", "the bridge", {
    short: true,
    changes: (link, master) => `makes ${link} a port of ${master}`,
    kernel: (link, master) => `makes ${link} a port of ${master}: packets that it receives go to the bridge`,
  }),
  nomaster: {
    means: "removes it from its bridge",
    short: true,
    sets: () => ({ master: "" }),
    loses: ["route"],
    changes: (link) => `removes ${link} from its bridge`,
    kernel: (link) => `removes ${link} from its bridge`,
  },
  txqueuelen: value("txqueuelen", "sets how many packets may wait", "packets", {
    short: true,
    kernel: (link, length) => `lets ${length} packets wait to be sent over ${link}`,
  }),
  txqlen: { ...value("txqueuelen", "sets how many packets may wait", "packets", { short: true }), same: "txqueuelen" },
  type: {
    means: "the kind of interface",
    short: true,
    takes: [{ name: "kind", means: "the kind", values: KINDS }],
    leads: KIND_WORDS,
  },
};
