/**
 * The words of `ip link add` and `ip link set`, except for `type`.
 *
 * Sources: ip-link(8); iplink_parse() of iproute2's ip/iplink.c, in its order
 *
 * @module
 */
import { type LostEntries, LOST_ENTRIES } from "../../resources/entry-touch.ts";
import type { Keyword, Parameter } from "../grammar.ts";
import { INDEX, LINK_NAME, LOWER, NEW_NAME, onOff, SETTINGS } from "./link-parameters.ts";

/** A keyword, and the settings that it changes */
export interface LinkKeyword extends Keyword {
  /** Returns the settings after the line; without it, the undo is unknown */
  readonly sets?: (value: string) => Readonly<Record<string, string>>;
  /** Entries that the kernel removes along with the change */
  readonly loses?: readonly LostEntries[];
  /** Says what changes: `sets A up`; without it, the sentence quotes the words */
  readonly changes?: (link: string, value: string) => string;
  /** Says what the kernel does */
  readonly kernel?: (link: string, value: string) => string;
}

function value(parameter: Parameter, means: string, more: Omit<LinkKeyword, "means" | "takes">): LinkKeyword {
  return { means, takes: [parameter], sets: (text) => ({ [parameter.name]: text }), ...more };
}

/** Makes a keyword whose following words are not parsed */
function unread(means: string): LinkKeyword {
  return { means, leads: "rest" };
}

const QUEUE = value(SETTINGS.queueLength, "sets the length of its send queue", {
  kernel: (link, length) => `queues at most ${length} packets that wait to leave through ${link}`,
});

/** Makes keywords that take one word, explained by ip-link(8); their undo is unknown */
function explained(names: string, more: Pick<LinkKeyword, "short">): Readonly<Record<string, LinkKeyword>> {
  const keyword = (name: string) => ({ means: `sets its ${name}`, takes: [{ name, means: "see ip-link(8)" }] });
  return Object.fromEntries(names.split(" ").map((name) => [name, { ...keyword(name), ...more }]));
}

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
    takes: [NEW_NAME],
    sets: () => ({}),
    changes: (link, name) => `renames ${link} to ${name}`,
    kernel: (link, name) => `renames ${link} to ${name}, unless another interface of this namespace has that name`,
  },
  netns: {
    means: "moves it to another network namespace",
    takes: [SETTINGS.netns],
    sets: () => ({ state: "down", master: "" }),
    loses: LOST_ENTRIES,
    changes: (link, netns) => `moves ${link} to the network namespace of ${netns}`,
    kernel: (link, netns) =>
      `moves ${link} to the network namespace of ${netns}; it goes down, and loses its addresses and routes`,
  },
  mtu: value(SETTINGS.mtu, "sets the size of its largest packet", {
    kernel: (link, mtu) => `sends no packet larger than ${mtu} bytes through ${link}`,
  }),
  qlen: { ...QUEUE, same: "txqueuelen" },
  arp: {
    ...value(SETTINGS.arp, "turns ARP on or off", { kernel: (link, is) => `turns ARP on ${link} ${is}` }),
    loses: ["neighbour"],
  },
  multicast: value(SETTINGS.multicast, "turns multicast on or off", {
    kernel: (link, is) => `turns multicast on ${link} ${is}`,
  }),
  allmulticast: value(SETTINGS.allMulticast, "turns receiving all multicast on or off", {
    kernel: (link, is) => `turns receiving all multicast on ${link} ${is}`,
  }),
  promisc: value(SETTINGS.promiscuous, "turns promiscuous mode on or off", {
    kernel: (link, is) => `turns promiscuous mode of ${link} ${is}`,
  }),
  protodown: value(onOff("protodown"), "turns protodown on or off, by which a protocol keeps it down", {
    kernel: (link, is) => `turns protodown of ${link} ${is}`,
  }),
  group: value({ name: "group", means: "the group" }, "puts it into a group", {
    kernel: (link, group) => `puts ${link} into the group ${group}`,
  }),
  index: { means: "its index", takes: [INDEX] },
  vrf: {
    means: "puts it into a VRF",
    takes: [{ name: "master", means: "the VRF" }],
    sets: (master) => ({ master }),
    loses: ["route"],
  },
  ...explained("brd trailers state protodown_reason gso_max_size gso_max_segs gro_max_size", {}),
  ...explained("gso_ipv4_max_size gro_ipv4_max_size parentdev netns-immutable", {}),
  vf: unread("a virtual function of a network card"),
  xdp: unread("a program that handles each packet first"),
  xdpgeneric: unread("a program that handles each packet first"),
  xdpdrv: unread("a program that handles each packet first"),
  xdpoffload: unread("a program that handles each packet first"),
  carrier: unread("sets whether it has a carrier"),
  mode: unread("sets its link mode"),
  address: value(SETTINGS.address, "sets its hardware address", {
    short: true,
    loses: ["neighbour"],
    kernel: (link, address) => `gives ${link} the hardware address ${address}`,
  }),
  alias: value(SETTINGS.alias, "sets its alias, a text for people", {
    short: true,
    kernel: (link, text) => `stores "${text}" as the alias of ${link}`,
  }),
  dynamic: {
    ...value(SETTINGS.dynamic, "turns the flag DYNAMIC on or off: its address may change", {
      kernel: (link, is) => `turns the flag DYNAMIC of ${link} ${is}`,
    }),
    short: true,
  },
  link: { means: "the interface that it is attached to", takes: [LOWER], short: true },
  master: value(SETTINGS.master, "makes it a port of a bridge", {
    short: true,
    changes: (link, master) => `makes ${link} a port of ${master}`,
    kernel: (link, master) => `makes ${link} a port of ${master}: the bridge gets the packets that it receives`,
  }),
  nomaster: {
    means: "removes it from its bridge",
    short: true,
    sets: () => ({ master: "" }),
    loses: ["route"],
    changes: (link) => `removes ${link} from its bridge`,
    kernel: (link) => `removes ${link} from its bridge`,
  },
  txqueuelen: { ...QUEUE, short: true },
  txqlen: { ...QUEUE, same: "txqueuelen", short: true },
  ...explained("broadcast addrgenmode link-netns link-netnsid numtxqueues numrxqueues", { short: true }),
};
