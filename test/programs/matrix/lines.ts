/** All lines of the matrix, by what they are about. */
import { FILE_LINES, NETNS_LINES } from "./lines/files.ts";
import { ADDRESS_LINES, NEIGHBOUR_LINES, ROUTE_LINES, RULE_LINES } from "./lines/entries.ts";
import { IPTABLES_LINES } from "./lines/iptables.ts";
import { LINK_LINES, PORT_LINES } from "./lines/links.ts";
import { NFT_LINES } from "./lines/nft.ts";
import { QDISC_LINES } from "./lines/qdiscs.ts";

export const MATRIX = {
  link: LINK_LINES,
  port: PORT_LINES,
  address: ADDRESS_LINES,
  route: ROUTE_LINES,
  rule: RULE_LINES,
  neighbour: NEIGHBOUR_LINES,
  "table, chain or rule": NFT_LINES,
  "queueing discipline": QDISC_LINES,
  "rule of iptables": IPTABLES_LINES,
  file: FILE_LINES,
  "namespace's name": NETNS_LINES,
} as const;
