/**
 * `ip`: its options and objects, each in the order in which iproute2 tries them, since any beginning is enough.
 *
 * Sources: ip(8); main() and cmds[] of iproute2 6.1, ip/ip.c
 *
 * @module
 */
import type { Grammar } from "../grammar.ts";
import { attached, leading, operand, shortening, word } from "../grammar-parts.ts";
import { ADDRESSES } from "./objects/addresses.ts";
import { HELP } from "./objects/ip-help.ts";
import { LINK } from "./objects/links.ts";
import { NEIGHBOURS } from "./objects/neighbours.ts";
import { NETNS } from "./objects/netns.ts";
import { changing, SHOWN, TEXT, UNREAD_FILE, VRF } from "./objects/others.ts";
import { ROUTES } from "./objects/routes.ts";
import { RULES } from "./objects/rules.ts";

const STATISTICS = word("prints counters of packets and bytes");
const NEIGHBOUR = leading(
  "the neighbours: hardware addresses of hosts on the same link",
  NEIGHBOURS,
  "ip-neighbour(8)",
);
const NEIGHBOUR_TABLES = leading("settings of the tables of neighbours", SHOWN, "ip-ntable(8)");
const TUNNEL = leading("tunnels over IP", SHOWN, "ip-tunnel(8)");
const TUNTAP = leading("interfaces whose other end is a program", SHOWN, "ip-tuntap(8)");
const TCP_METRICS = leading("TCP's measurements of other hosts", SHOWN, "ip-tcp_metrics(8)");

const OPTIONS: Grammar["words"] = {
  "-loops": word("the number of tries to flush addresses", operand("loops", "a number")),
  "-family": word("only of one family", operand("family", "inet, inet6, bridge, mpls or link")),
  "-4": word("only IPv4"),
  "-6": word("only IPv6"),
  "-0": word("only of the link layer"),
  "-M": word("only MPLS"),
  "-B": word("only bridges"),
  "-human-readable": word("prints numbers with a unit"),
  "-iec": word("prints units of 1024"),
  "-statistics": STATISTICS,
  "-stats": STATISTICS,
  "-details": word("prints all there is"),
  "-resolve": word("prints names in place of addresses"),
  "-oneline": word("prints a line for each"),
  "-timestamp": word("prints when, above each change"),
  "-tshort": word("prints when, before each change"),
  "-Version": word("prints its version"),
  "-force": { ...word("goes on after a line that failed"), cannotUndo: UNREAD_FILE },
  "-batch": { ...changing("reads lines from a file, and does each"), cannotUndo: UNREAD_FILE },
  "-brief": word("prints a line for each, with the least"),
  "-br": word("prints a line for each, with the least"),
  "-json": word("prints JSON"),
  "-pretty": word("prints JSON for people"),
  "-rcvbuf": word("the size of the receive buffer", operand("buffer", "bytes")),
  "-color": word("prints in colours", attached("when", "always, auto or never")),
  "-help": HELP,
  "-netns": word("in another network", operand("netns", "its entry in /var/run/netns")),
  "-Numeric": word("prints numbers in place of names"),
  "-echo": word("prints what the kernel has made"),
  "--": word("no option follows"),
};

const OBJECTS: Grammar["words"] = {
  address: leading("the addresses of interfaces", ADDRESSES, "ip-address(8)"),
  addrlabel: leading("labels, by which source addresses of IPv6 are chosen", SHOWN, "ip-addrlabel(8)"),
  maddress: leading("the multicast addresses of interfaces", SHOWN, "ip-maddress(8)"),
  route: leading("the routes: which way packets take", ROUTES, "ip-route(8)"),
  rule: leading("rules, which select the routing table", RULES, "ip-rule(8)"),
  neighbor: NEIGHBOUR,
  neighbour: NEIGHBOUR,
  ntable: NEIGHBOUR_TABLES,
  ntbl: NEIGHBOUR_TABLES,
  link: leading("the interfaces", LINK, "ip-link(8)"),
  l2tp: leading("tunnels of Ethernet through IP", SHOWN, "ip-l2tp(8)"),
  fou: leading("tunnels through UDP", SHOWN, "ip-fou(8)"),
  ila: leading("identifiers and locators in IPv6 addresses", SHOWN),
  macsec: leading("encrypted Ethernet", SHOWN, "ip-macsec(8)"),
  tunnel: TUNNEL,
  tunl: TUNNEL,
  tuntap: TUNTAP,
  tap: TUNTAP,
  token: leading("the host's part of IPv6 addresses", SHOWN, "ip-token(8)"),
  tcpmetrics: TCP_METRICS,
  tcp_metrics: TCP_METRICS,
  monitor: leading("prints changes as they happen", TEXT, "ip-monitor(8)"),
  xfrm: leading("IPsec", SHOWN, "ip-xfrm(8)"),
  mroute: leading("the routes of multicast", TEXT, "ip-mroute(8)"),
  mrule: leading("the rules of multicast", SHOWN),
  netns: leading("named network namespaces", NETNS, "ip-netns(8)"),
  netconf: leading("the kernel's settings of interfaces", TEXT, "ip-netconf(8)"),
  vrf: leading("VRFs: interfaces with their own routing table", VRF, "ip-vrf(8)"),
  sr: leading("segment routing", SHOWN, "ip-sr(8)"),
  nexthop: leading("gateways that several routes share", SHOWN, "ip-nexthop(8)"),
  mptcp: leading("Multipath TCP", SHOWN, "ip-mptcp(8)"),
  ioam: leading("measurements along the way of packets", SHOWN, "ip-ioam(8)"),
  stats: leading("the counters of interfaces", SHOWN, "ip-stats(8)"),
  help: HELP,
};

const LACKS = "an object: addr, link, route, neigh, rule, netns";
const ALL = "in all networks that have a name";

/** The verbs of `ip netns` that need no name behind `-all`: what follows is a command, or is not read */
const OF_NO_NAME: Grammar["words"] = {
  exec: { means: "runs what follows in each", short: true, leads: "command" },
  delete: { means: "removes all of them", short: true, leads: "rest" },
};

const NETNS_OF_ALL = leading(
  "named network namespaces",
  { ...NETNS, words: { ...NETNS.words, ...OF_NO_NAME } },
  "ip-netns(8)",
);

/** Reads what follows `-all` */
const OF_ALL = shortening({
  lacks: LACKS,
  words: { ...OPTIONS, "-all": word(ALL), ...OBJECTS, netns: NETNS_OF_ALL },
});

export const IP = shortening({
  lacks: LACKS,
  words: {
    ...OPTIONS,
    "-all": { ...leading(ALL, OF_ALL), cannotUndo: "it is about all network namespaces" },
    ...OBJECTS,
  },
});
