/**
 * The words of `ip address add` and similar lines.
 *
 * Sources: ip-address(8); ipaddr_modify() of iproute2's ip/ipaddress.c
 *
 * @module
 */
import { type Ipv4, parseIpv4 } from "../../values/address/ipv4.ts";
import type { Grammar, Keyword } from "../grammar.ts";
import { address, interfaceName, label, scope } from "./types.ts";

/** Parameters of lines that wirework performs itself, by the names of rtnetlink's fields */
export const ADDRESS = {
  address: {
    name: "local",
    means: "the address, and after the slash the length of its network's prefix",
    reads: address,
  },
  dev: { name: "dev", means: "the interface", reads: interfaceName },
  broadcast: { name: "broadcast", means: "that address; + for the last one of the network", reads: broadcast },
  label: { name: "label", means: "the label", reads: label },
  scope: { name: "scope", means: "global, link or host", reads: scope },
} as const;

function broadcast(text: string): Ipv4 | "+" {
  return text === "+" ? text : parseIpv4(text);
}

const PEER: Keyword = { means: "the address at the other end", takes: [{ name: "peer", means: "that address" }] };
const BROADCAST: Keyword = { means: "the broadcast address", takes: [ADDRESS.broadcast] };
const METRIC: Keyword = {
  means: "the metric of the route to its network",
  takes: [{ name: "metric", means: "a number" }],
  short: true,
};

export const ADDRESS_GRAMMAR: Grammar = {
  operands: [ADDRESS.address],
  words: {
    peer: PEER,
    remote: PEER,
    broadcast: { ...BROADCAST, short: true },
    brd: BROADCAST,
    anycast: { means: "the anycast address", takes: [{ name: "anycast", means: "that address" }] },
    scope: { means: "where it is valid", takes: [ADDRESS.scope] },
    dev: { means: "the interface follows", takes: [ADDRESS.dev] },
    label: { means: "a label for it", takes: [ADDRESS.label] },
    metric: METRIC,
    priority: METRIC,
    preference: METRIC,
    valid_lft: { means: "how long it is valid", takes: [{ name: "valid", means: "seconds, or forever" }] },
    preferred_lft: {
      means: "how long it is preferred",
      takes: [{ name: "preferred", means: "seconds, or forever" }],
    },
    proto: { means: "the program that added it", takes: [{ name: "proto", means: "a name or number" }] },
    local: { means: "the address follows", takes: [ADDRESS.address] },
    home: { means: "it is the home address of Mobile IPv6" },
    nodad: { means: "it is used at once, without duplicate address detection" },
    mngtmpaddr: { means: "temporary addresses are made from it" },
    noprefixroute: { means: "no route to its network is added" },
    autojoin: { means: "its multicast group is joined" },
  },
};

/** Conditions of `flush`: which addresses to remove */
const CONDITIONS: Grammar["words"] = {
  to: { means: "only those in a network", takes: [{ name: "to", means: "the network" }] },
  ...Object.fromEntries(
    "up dynamic permanent tentative deprecated dadfailed temporary secondary primary"
      .split(" ")
      .map((name) => [name, { means: `only those that are ${name}` }]),
  ),
};

export const FLUSH_GRAMMAR: Grammar = {
  operands: [ADDRESS.dev],
  words: { ...ADDRESS_GRAMMAR.words, ...CONDITIONS },
};
