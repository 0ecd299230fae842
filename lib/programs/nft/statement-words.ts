/**
 * The words of a rule of nft: matches, and what to do with a matching packet.
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
  "&": "compares only these bits",
  set: "becomes",
};

/** Signs that combine several matches in one */
const JOINED: Readonly<Record<string, string>> = { ".": "combined with the next field" };

function field(means: string, follows: string): Keyword {
  return { means, takes: [{ name: "value", means: follows, values: JOINED }], before: COMPARED };
}

/** Makes a protocol's keyword; one of its fields follows */
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
  meta: { means: "looks at the kernel's data about the packet" },
  ct: { means: "looks at the packet's connection" },
  ...fields("saddr", "the source address", "an address, a network, or a set"),
  ...fields("daddr", "the destination address", "an address, a network, or a set"),
  ...fields("sport", "the source port", "a port, a range, or a set"),
  ...fields("dport", "the destination port", "a port, a range, or a set"),
  ...fields("protocol nexthdr l4proto nfproto", "the protocol inside", "its name or number"),
  ...fields("type", "its type", "a name or number"),
  ...fields("code", "its code", "a name or number"),
  ...fields("iif iifname iifgroup iiftype ibrname", "the interface that it arrived on", "the interface"),
  ...fields("oif oifname oifgroup oiftype obrname", "the interface that it leaves through", "the interface"),
  ...fields("mark", "its mark", "a number"),
  ...fields("length", "its length", "bytes"),
  ...fields("pkttype", "the kind of its destination", "host, unicast, broadcast or multicast"),
  ...fields("skuid skgid", "the user, or group, that sends it", "a name or number"),
  ...fields("priority", "its priority", "a class of tc"),
  ...fields("ttl hoplimit", "the number of hops left", "a number"),
  ...fields("dscp ecn", "its class of service", "a name or number"),
  ...fields("flags", "its flags", "their names: syn, ack"),
  ...fields("id sequence", "its number", "a number"),
  ...fields("state", "the state of its connection", "new, established, related, invalid, untracked"),
  ...fields("status", "the status of its connection", "names: dnat, snat, assured"),
  ...fields("direction", "its direction in the connection", "original or reply"),
  ...fields("helper", "the helper of its connection", "the helper's name"),
  ...fields("zone", "its zone of connections", "a number"),
  ...fields("cpu cgroup rtclassid random time day hour", "other data of the kernel", "see nft(8)"),
  fib: {
    means: "looks up a route, by these fields",
    takes: [{ name: "fibParts", means: "saddr, daddr, iif, with dots between" }],
  },
  original: { means: "in the direction of the first packet" },
  reply: { means: "in the direction of replies" },
  "&": field("compares only these bits", "a mask"),
  "==": { means: "is", takes: [{ name: "value", means: "the value" }] },
  "!=": { means: "is not", takes: [{ name: "value", means: "the value" }] },
};

const CHAIN: Parameter = { name: "target", means: "the chain" };

function place(means: string): Keyword {
  return { means, takes: [{ name: "place", means: "the number" }] };
}

const STATEMENTS: Readonly<Record<string, Keyword>> = {
  accept: { means: "the packet is accepted; later rules of the chain are skipped" },
  drop: { means: "the packet is dropped, without an answer" },
  continue: { means: "continues with the next rule" },
  return: { means: "goes back to the chain that led here" },
  jump: { means: "goes through another chain, and comes back", takes: [CHAIN] },
  goto: { means: "goes through another chain instead", takes: [CHAIN] },
  reject: { means: "the packet is dropped, and its sender gets an error" },
  with: {
    means: "the kind of error",
    takes: [{ name: "answerOf", means: "its protocol: icmp, icmpv6, icmpx, tcp" }, further("answer", "the error")],
  },
  counter: { means: "packets and bytes are counted" },
  packets: { means: "in packets", takes: [further("packets", "a number")] },
  bytes: { means: "in bytes", takes: [further("bytes", "a number")] },
  log: { means: "the kernel logs the packet" },
  prefix: { means: "begins each log line with a text", takes: [{ name: "prefix", means: "the text" }] },
  level: { means: "the log level", takes: [{ name: "level", means: "warn, info, debug" }] },
  group: { means: "the group of programs to send it to", takes: [{ name: "group", means: "a number" }] },
  limit: { means: "limits how many packets match" },
  rate: {
    means: "the rate",
    before: { over: "matches packets beyond the rate" },
    takes: [{ name: "rate", means: "a number, a slash, and second, minute, hour or day" }],
  },
  burst: { means: "how many may match at once", takes: [{ name: "burst", means: "a number" }] },
  masquerade: { means: "the packet leaves under the interface's address; answers are translated back" },
  snat: { means: "the packet leaves under another source address; answers are translated back" },
  dnat: { means: "the packet goes to another destination; answers are translated back" },
  redirect: { means: "the packet goes to this host itself; answers are translated back" },
  to: { means: "the new address", takes: [{ name: "to", means: "an address, a colon and a port" }] },
  persistent: { means: "always the same for the same sender" },
  "fully-random": { means: "uses any free port" },
  notrack: { means: "the packet is not tracked as part of a connection" },
  queue: { means: "a program decides on the packet" },
  comment: { means: "a comment", takes: [{ name: "comment", means: "its text" }] },
};

/** All words that may follow the chain */
export const RULE_WORDS: Grammar = {
  operands: [],
  words: {
    handle: place("after the rule with this handle; insert: before it"),
    position: place("after the rule with this handle; insert: before it"),
    index: place("after the rule at this index, counted from 0; insert: before it"),
    ...MATCHES,
    ...STATEMENTS,
  },
};
