/**
 * The words of a rule of nft: what a packet must be like, and what happens to it.
 *
 * Source: nft(8)
 *
 * @module
 */
import type { Grammar, Keyword, Parameter } from "../grammar.ts";
import { further } from "../grammar-parts.ts";

const COMPARED: Readonly<Record<string, string>> = {
  "!=": "is not",
  "==": "is",
  "<": "is less than",
  ">": "is more than",
  "<=": "is at most",
  ">=": "is at least",
  "&": "of its bits only",
  set: "becomes",
};

/** What several words say at once */
const JOINED: Readonly<Record<string, string>> = { ".": "together with what follows" };

function field(means: string, follows: string): Keyword {
  return { means, takes: [{ name: "value", means: follows, values: JOINED }], before: COMPARED };
}

/** A protocol, whose field follows */
function protocol(name: string): Keyword {
  return { means: `looks at the packet's ${name} header` };
}

function fields(names: string, means: string, follows: string): Readonly<Record<string, Keyword>> {
  return Object.fromEntries(names.split(" ").map((name) => [name, field(means, follows)]));
}

const HEADERS: Readonly<Record<string, string>> = {
  ether: "Ethernet",
  vlan: "VLAN",
  arp: "ARP",
  ip: "IPv4",
  ip6: "IPv6",
  icmp: "ICMP",
  icmpv6: "ICMPv6",
  igmp: "IGMP",
  tcp: "TCP",
  udp: "UDP",
  udplite: "UDP-Lite",
  sctp: "SCTP",
  dccp: "DCCP",
  th: "transport",
  esp: "ESP",
  ah: "AH",
};

const MATCHES: Readonly<Record<string, Keyword>> = {
  ...Object.fromEntries(Object.entries(HEADERS).map(([name, header]) => [name, protocol(header)])),
  meta: { means: "looks at what the kernel knows of the packet" },
  ct: { means: "looks at the packet's connection" },
  ...fields("saddr", "the source address", "an address, a network, or a set"),
  ...fields("daddr", "the destination address", "an address, a network, or a set"),
  ...fields("sport", "the source port", "a port, a range, or a set"),
  ...fields("dport", "the destination port", "a port, a range, or a set"),
  ...fields("protocol nexthdr l4proto nfproto", "the protocol inside", "its name or number"),
  ...fields("type", "its type", "a name or number"),
  ...fields("code", "its code", "a name or number"),
  ...fields("iif iifname iifgroup iiftype ibrname", "the interface that it came in by", "the interface"),
  ...fields("oif oifname oifgroup oiftype obrname", "the interface that it leaves by", "the interface"),
  ...fields("mark", "its mark", "a number"),
  ...fields("length", "its length", "bytes"),
  ...fields("pkttype", "whom it is for", "host, unicast, broadcast or multicast"),
  ...fields("skuid skgid", "the user, or group, that sends it", "a name or number"),
  ...fields("priority", "its priority", "a class of tc"),
  ...fields("ttl hoplimit", "how many hops it has left", "a number"),
  ...fields("dscp ecn", "how urgent it is", "a name or number"),
  ...fields("flags", "its flags", "their names: syn, ack"),
  ...fields("id sequence", "its number", "a number"),
  ...fields("state", "how its connection stands", "new, established, related, invalid, untracked"),
  ...fields("status", "what was done to its connection", "names: dnat, snat, assured"),
  ...fields("direction", "which way it goes in its connection", "original or reply"),
  ...fields("helper", "who helps its connection", "the helper's name"),
  ...fields("zone", "its zone of connections", "a number"),
  ...fields("cpu cgroup rtclassid random time day hour", "what the kernel knows besides", "as nft(8) has it"),
  fib: {
    means: "looks up a route for it, by these parts of it",
    takes: [{ name: "fibParts", means: "saddr, daddr, iif, with dots between" }],
  },
  original: { means: "as the first packet had it" },
  reply: { means: "as an answer has it" },
  "&": field("of its bits only", "a mask"),
  "==": { means: "is", takes: [{ name: "value", means: "the value" }] },
  "!=": { means: "is not", takes: [{ name: "value", means: "the value" }] },
};

const CHAIN: Parameter = { name: "target", means: "the chain" };

function place(means: string): Keyword {
  return { means, takes: [{ name: "place", means: "that number" }] };
}

const STATEMENTS: Readonly<Record<string, Keyword>> = {
  accept: { means: "it may pass; no later rule of the chain sees it" },
  drop: { means: "it is dropped, without an answer" },
  continue: { means: "the next rule sees it" },
  return: { means: "goes back to the chain that led here" },
  jump: { means: "goes through another chain, and then on", takes: [CHAIN] },
  goto: { means: "goes through another chain instead", takes: [CHAIN] },
  reject: { means: "it is dropped, and its sender gets an answer" },
  with: {
    means: "which answer that is",
    takes: [
      { name: "answerOf", means: "the protocol of the answer: icmp, icmpv6, icmpx, tcp" },
      further("answer", "the answer"),
    ],
  },
  counter: { means: "packets and bytes are counted" },
  packets: { means: "in packets", takes: [further("packets", "a number")] },
  bytes: { means: "in bytes", takes: [further("bytes", "a number")] },
  log: { means: "the kernel logs it" },
  prefix: { means: "with a text before", takes: [{ name: "prefix", means: "the text" }] },
  level: { means: "how serious that is", takes: [{ name: "level", means: "warn, info, debug" }] },
  group: { means: "to programs that listen there", takes: [{ name: "group", means: "a number" }] },
  limit: { means: "only so many match" },
  rate: {
    means: "how many",
    before: { over: "those that are more than" },
    takes: [{ name: "rate", means: "a number, a slash, and second, minute, hour or day" }],
  },
  burst: { means: "and so many at once", takes: [{ name: "burst", means: "a number" }] },
  masquerade: { means: "leaves under the address of the interface; answers are translated back" },
  snat: { means: "leaves under another source address; answers are translated back" },
  dnat: { means: "goes to another destination; answers are translated back" },
  redirect: { means: "goes to this host itself; answers are translated back" },
  to: { means: "which one", takes: [{ name: "to", means: "an address, a colon and a port" }] },
  persistent: { means: "always the same for the same sender" },
  "fully-random": { means: "with any port" },
  notrack: { means: "it belongs to no connection" },
  queue: { means: "a program decides" },
  comment: { means: "a comment", takes: [{ name: "comment", means: "its text" }] },
};

/** All that may follow the chain */
export const RULE_WORDS: Grammar = {
  operands: [],
  words: {
    handle: place("behind the rule that the kernel knows by this number, or before it"),
    position: place("behind the rule that the kernel knows by this number, or before it"),
    index: place("at this place among the rules, from 0"),
    ...MATCHES,
    ...STATEMENTS,
  },
};
