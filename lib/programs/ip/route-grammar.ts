/**
 * The words of `ip route add` and similar lines.
 *
 * Sources: ip-route(8); iproute_modify() of iproute2's ip/iproute.c
 *
 * @module
 */
import { ROUTE_TYPE, TABLE } from "../../netlink/routes/route-message.ts";
import { ROUTE_TYPES } from "../../resources/route-words.ts";
import type { Ipv4Cidr } from "../../values/address/ipv4-cidr.ts";
import { parseIpv4 } from "../../values/address/ipv4.ts";
import type { Grammar, Keyword, Parameter } from "../grammar.ts";
import { ownEntry } from "../parse/own-entry.ts";
import { address, interfaceName, oneOf, positive, scope, unsigned } from "./types.ts";

/** Parameters of lines that wirework performs itself, by the names of rtnetlink's fields */
export const ROUTE = {
  destination: {
    name: "to",
    means: "the destination: an address or a network",
    values: { default: "any destination that no other route matches" },
    reads: destination,
  },
  type: Object.keys(ROUTE_TYPE) as (keyof typeof ROUTE_TYPE)[], // its keys are all types
  source: { name: "src", means: "that address", reads: parseIpv4 },
  gateway: { name: "via", means: "its address", reads: parseIpv4 },
  metric: { name: "metric", means: "a number", reads: unsigned },
  scope: { name: "scope", means: "global, link or host", reads: scope },
  protocol: { name: "protocol", means: "kernel, static, or another", reads: oneOf(["kernel", "boot", "static"]) },
  table: { name: "table", means: "its name or number", reads: table },
  dev: { name: "dev", means: "the interface", reads: interfaceName },
} as const;

function destination(text: string): Ipv4Cidr | "default" {
  return text === "default" ? text : address(text);
}

/** Parses a table: RT_TABLE_*, or a number; other names are in files that the real `ip` reads */
function table(text: string): number {
  return ownEntry<number>(TABLE, text) ?? positive(text);
}

/** Types of routes, with what happens to packets that take one */
const TYPES: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...ROUTE_TYPES].map((type) => [type, "a type of route, as in ip-route(8)"])),
  unicast: "packets are forwarded: the usual type",
  blackhole: "packets are dropped without an answer",
  unreachable: 'packets are refused with "No route to host"',
  prohibit: 'packets are refused with "Permission denied"',
  throw: "the lookup leaves this table, as if it had no route",
};

function word(means: string, takes: Parameter): Keyword {
  return { means, takes: [takes] };
}

const NUMBERS =
  "mtu hoplimit advmss reordering rtt window cwnd initcwnd initrwnd features quickack quickacks congctl rto_min rttvar ssthresh nhid expires fastopen_no_cookie pref ttl-propagate";

/** Keywords that take one word, explained by ip-route(8); some of them may be locked */
const OTHERS = Object.fromEntries(
  NUMBERS.split(" ").map((name) => [
    name,
    { ...word(`its ${name}`, { name, means: "see ip-route(8)" }), before: { lock: "locked: nothing may change it" } },
  ]),
);

/** Words of a next hop, of several, and of those after it */
const NEXT_HOP: Grammar = {
  operands: [],
  words: {
    via: word("the gateway, which forwards the packets", { name: "hopVia", means: "its address" }),
    dev: word("the interface that packets leave through", { name: "hopDev", means: "the interface" }),
    weight: word("its share of the packets", { name: "hopWeight", means: "a number" }),
    onlink: { means: "the gateway is on that link, whatever its address" },
    nexthop: { means: "another next hop" },
  },
};

const METRIC: Keyword = { ...word("its cost; the route with the lowest is used", ROUTE.metric), short: true };

export const ROUTE_GRAMMAR: Grammar = {
  operands: [ROUTE.destination],
  kinds: TYPES,
  words: {
    src: word("the source address of packets from here", ROUTE.source),
    via: word("the gateway, which forwards the packets", ROUTE.gateway),
    from: word("only packets from this source", { name: "from", means: "an address or a network" }),
    tos: word("only packets with this TOS", { name: "tos", means: "the TOS" }),
    dsfield: { ...word("only packets with this TOS", { name: "tos", means: "the TOS" }), same: "tos" },
    metric: METRIC,
    priority: { ...METRIC, same: "metric" },
    preference: { ...METRIC, same: "metric" },
    scope: word("how far its destinations may be", ROUTE.scope),
    ...OTHERS,
    realms: { ...word("its realm, for tc", { name: "realms", means: "the realm" }), short: true },
    onlink: { means: "the gateway is on that link, whatever its address" },
    nexthop: { means: "one of several next hops", leads: NEXT_HOP },
    encap: { means: "the packets are encapsulated", leads: "rest" },
    protocol: { ...word("the program that added it", ROUTE.protocol), short: true },
    table: { ...word("the table that holds it", ROUTE.table), short: true },
    vrf: word("the VRF whose table holds it", { name: "table", means: "the VRF" }),
    dev: word("the interface that packets leave through", ROUTE.dev),
    oif: { ...word("the interface that packets leave through", ROUTE.dev), same: "dev" },
    to: word("the destination follows", ROUTE.destination),
  },
};
