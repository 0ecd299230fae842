/**
 * Reasons why output here differs from the article's.
 *
 * Measured with iproute2 6.1, iptables 1.8.9 and Linux 6.
 *
 * @module
 */

/** Two texts with the same meaning */
export interface TextDifference {
  /** The article's text; `null` when it has none there */
  readonly article: RegExp | null;
  readonly here: RegExp;
  readonly reason: string;
}

const CONTAINER_ID = /\b[\da-f]{12}(?:[\da-f]{52})?\b/g;
const BRIDGE_ID = /\b8000\.[\da-f]{12}\b/g;
const HOST_END = /\bveth\w+/g;
const HARDWARE_ADDRESS = /(?<=link\/ether )(?:[\da-f]{2}:){5}[\da-f]{2}/g;
const LINK_LOCAL = /inet6 fe80::[\da-f:]+\/64 scope link(?: tentative)?(?: proto kernel_ll)?/g;

/** Tried in this order, each on the texts that the earlier ones have left */
export const TEXT_DIFFERENCES: readonly TextDifference[] = [
  {
    article: BRIDGE_ID,
    here: BRIDGE_ID,
    reason: "a bridge's id has its hardware address in it, and every bridge gets one of its own",
  },
  {
    article: HOST_END,
    here: HOST_END,
    reason: "the host's end of each cable gets a name of its own",
  },
  {
    article: CONTAINER_ID,
    here: CONTAINER_ID,
    reason: "every container gets an id of its own",
  },
  {
    article: /^\d{3,}$/g,
    here: /^\d+$/g,
    reason: "a process gets the next free id; in a sandbox few are taken",
  },
  {
    article: /^\d+: /gm,
    here: /^\d+: /gm,
    reason: "each network numbers its interfaces by itself, in the order in which they come",
  },
  {
    article: null,
    here: /(?<=\w)@if\d+(?=:)/g,
    reason: "@if3 is the number of the cable's other end, in another network: told since Linux 4.0",
  },
  {
    article: null,
    here: / link-netnsid \d+/g,
    reason: "link-netnsid is the network of the cable's other end: told since Linux 4.0",
  },
  {
    article: /\bmtu \d+/g,
    here: /\bmtu \d+/g,
    reason: "the MTU is the one that this recipe has given",
  },
  {
    article: /qdisc pfifo_fast/g,
    here: /qdisc noqueue/g,
    reason: "a veth is not a real wire, and has had no queue since Linux 4.3: noqueue",
  },
  {
    article: /qdisc noop/g,
    here: /qdisc noqueue/g,
    reason: "noop is the queue of an interface that has never been up; once a bridge is, it has none: noqueue",
  },
  {
    article: null,
    here: / qlen 1000/g,
    reason: "qlen 1000 is the length that a queue would have: kept since Linux 4.3 where there is none, too",
  },
  {
    article: /<BROADCAST,MULTICAST>/g,
    here: /<BROADCAST,MULTICAST,UP,LOWER_UP>/g,
    reason: "the article's own text contradicts itself: state UP, and no UP among the flags",
  },
  {
    article: /<BROADCAST,UP,LOWER_UP>/g,
    here: /<BROADCAST,MULTICAST,UP,LOWER_UP>/g,
    reason: "the kernel gives a veth the flag MULTICAST; the article's has lost it",
  },
  {
    article: /state UP/g,
    here: /state (?:UNKNOWN|DOWN)/g,
    reason: "a bridge with nothing on it has no carrier: its state is UNKNOWN, and later DOWN",
  },
  {
    article: HARDWARE_ADDRESS,
    here: HARDWARE_ADDRESS,
    reason: "every interface gets a hardware address of its own",
  },
  {
    article: LINK_LOCAL,
    here: LINK_LOCAL,
    reason: "an interface makes its IPv6 address itself, and asks for a second whether anyone has it: tentative",
  },
  {
    article: null,
    here: / *inet6 fe80::[\da-f:]+\/64 scope link(?: tentative)? *\n *valid_lft forever preferred_lft forever$/gm,
    reason: "an interface that is up gives itself an IPv6 address; the article has looked earlier, or without IPv6",
  },
  {
    article: /(?<=inet )\d+(?:\.\d+){3}\/\d+/g,
    here: /(?<=inet )\d+(?:\.\d+){3}\/\d+/g,
    reason: "the addresses are those of this recipe's bridge",
  },
  {
    article: /(?:via|src) \d+(?:\.\d+){3}|^\d+(?:\.\d+){3}\/\d+/gm,
    here: /(?:via|src) \d+(?:\.\d+){3}|^\d+(?:\.\d+){3}\/\d+/gm,
    reason: "the addresses are those of this recipe's bridge",
  },
  {
    article: /(?<=dev eth0) {2}(?=proto)|(?<=kernel) {2}(?=scope)|(?<=link) {2}(?=src)/g,
    here: /(?<=dev eth0) (?=proto)|(?<=kernel) (?=scope)|(?<=link) (?=src)/g,
    reason: "ip route prints one blank between its words today",
  },
  {
    article: /^\S+ on \/etc\/host(?:name|s) type \S+/gm,
    here: /^\S+ on \/etc\/host(?:name|s) type \S+/gm,
    reason: "Docker's own files are where it keeps them: the article's on a disk, ext4, and these in memory, tmpfs",
  },
  {
    article: /\b(?:all|tcp|udp)(?= +--)/g,
    here: /\b(?:0|6|17)(?= +--)/g,
    reason: "iptables 1.8.9 gives protocols as numbers with -n, too: 0 for all, 6 for tcp, 17 for udp",
  },
  {
    article: /^(?=inet)/gm,
    here: /^ +(?=inet)/gm,
    reason: "the article's line has lost its indentation",
  },
];
