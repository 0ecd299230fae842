/**
 * The words of `ip link add` and `ip link set`, but for `type`.
 *
 * Sources: ip-link(8); iplink_parse() of iproute2's ip/iplink.c, in its order
 *
 * @module
 */
import { type LostEntries, LOST_ENTRIES } from "../../resources/entry-touch.ts";
import type { Keyword, Parameter } from "../grammar.ts";
import { INDEX, LINK_NAME, LOWER, NEW_NAME, onOff, SETTINGS } from "./link-parameters.ts";

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

function value(parameter: Parameter, means: string, more: Omit<LinkKeyword, "means" | "takes">): LinkKeyword {
  return { means, takes: [parameter], sets: (text) => ({ [parameter.name]: text }), ...more };
}

/** What follows and is read by nobody here */
function unread(means: string): LinkKeyword {
  return { means, leads: "rest" };
}

const QUEUE = value(SETTINGS.queueLength, "sets how many packets may wait", {
  kernel: (link, length) => `lets ${length} packets wait to be sent over ${link}`,
});

/** Words that are followed by one that ip-link(8) explains; how those are brought back nobody here knows */
function explained(names: string, more: Pick<LinkKeyword, "short">): Readonly<Record<string, LinkKeyword>> {
  const keyword = (name: string) => ({ means: `sets its ${name}`, takes: [{ name, means: "as ip-link(8) has it" }] });
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
  mtu: value(SETTINGS.mtu, "sets how large its packets may be", {
    kernel: (link, mtu) => `sends no packet of more than ${mtu} bytes over ${link}`,
  }),
  qlen: { ...QUEUE, same: "txqueuelen" },
  arp: {
    ...value(SETTINGS.arp, "sets whether it uses ARP", { kernel: (link, is) => `turns ARP on ${link} ${is}` }),
    loses: ["neighbour"],
  },
  multicast: value(SETTINGS.multicast, "sets whether it sends multicast", {
    kernel: (link, is) => `turns multicast on ${link} ${is}`,
  }),
  allmulticast: value(SETTINGS.allMulticast, "sets whether it receives all multicast", {
    kernel: (link, is) => `turns receiving all multicast on ${link} ${is}`,
  }),
  promisc: value(SETTINGS.promiscuous, "sets whether it receives packets for others", {
    kernel: (link, is) => `turns promiscuous mode of ${link} ${is}`,
  }),
  protodown: value(onOff("protodown"), "sets whether a protocol holds it down", {
    kernel: (link, is) => `turns protodown of ${link} ${is}`,
  }),
  group: value({ name: "group", means: "the group" }, "puts it into a group", {
    kernel: (link, group) => `puts ${link} into the group ${group}`,
  }),
  index: { means: "its number", takes: [INDEX] },
  vrf: {
    means: "puts it into a VRF",
    takes: [{ name: "master", means: "the VRF" }],
    sets: (master) => ({ master }),
    loses: ["route"],
  },
  ...explained("brd trailers state protodown_reason gso_max_size gso_max_segs gro_max_size", {}),
  ...explained("gso_ipv4_max_size gro_ipv4_max_size parentdev netns-immutable", {}),
  vf: unread("a virtual function of a network card"),
  xdp: unread("a program that sees each packet first"),
  xdpgeneric: unread("a program that sees each packet first"),
  xdpdrv: unread("a program that sees each packet first"),
  xdpoffload: unread("a program that sees each packet first"),
  carrier: unread("sets whether it has a carrier"),
  mode: unread("sets its link mode"),
  address: value(SETTINGS.address, "sets its hardware address", {
    short: true,
    loses: ["neighbour"],
    kernel: (link, address) => `gives ${link} the hardware address ${address}`,
  }),
  alias: value(SETTINGS.alias, "sets a text about it", {
    short: true,
    kernel: (link, text) => `keeps "${text}" as a text about ${link}`,
  }),
  dynamic: {
    ...value(SETTINGS.dynamic, "sets whether its address may change", {
      kernel: (link, is) => `turns the flag DYNAMIC of ${link} ${is}`,
    }),
    short: true,
  },
  link: { means: "the interface that it is made on", takes: [LOWER], short: true },
  master: value(SETTINGS.master, "makes it a port of a bridge", {
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
  txqueuelen: { ...QUEUE, short: true },
  txqlen: { ...QUEUE, same: "txqueuelen", short: true },
  ...explained("broadcast addrgenmode link-netns link-netnsid numtxqueues numrxqueues", { short: true }),
};
