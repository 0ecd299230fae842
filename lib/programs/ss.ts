/**
 * `ss`.
 *
 * Source: ss(8)
 *
 * @module
 */
import type { Grammar, Keyword } from "./grammar.ts";
import { asks, doing, grammar, oneWay, operand, several, spelled, word } from "./grammar-parts.ts";

const FILE = operand("file", "that file");

/** Options that select sockets */
const KINDS: Readonly<Record<string, Keyword>> = {
  ...spelled(word("those that listen"), "-l", "--listening"),
  ...spelled(word("all"), "-a", "--all"),
  ...spelled(word("of TCP"), "-t", "--tcp"),
  ...spelled(word("of UDP"), "-u", "--udp"),
  ...spelled(word("of DCCP"), "-d", "--dccp"),
  ...spelled(word("of SCTP"), "-S", "--sctp"),
  ...spelled(word("of Multipath TCP"), "-M", "--mptcp"),
  ...spelled(word("of IP itself"), "-w", "--raw"),
  ...spelled(word("between programs of this machine"), "-x", "--unix"),
  ...spelled(word("of the link layer"), "-0", "--packet"),
  ...spelled(word("of IPv4"), "-4", "--ipv4"),
  ...spelled(word("of IPv6"), "-6", "--ipv6"),
  ...spelled(word("of one family", operand("family", "inet, inet6, unix, link or netlink")), "-f", "--family"),
  ...spelled(word("of these kinds", operand("kinds", "with commas between them")), "-A", "--query"),
  ...spelled(word("those that match the filters in a file", FILE), "-F", "--filter"),
  ...spelled(word("in another network", operand("netns", "its entry in /var/run/netns")), "-N", "--net"),
};

/** Options for the details of each socket */
const DETAILS: Readonly<Record<string, Keyword>> = {
  ...spelled(word("with ports as numbers"), "-n", "--numeric"),
  ...spelled(word("with names for addresses"), "-r", "--resolve"),
  ...spelled(word("with the programs that have opened them"), "-p", "--processes"),
  ...spelled(word("with their threads, too"), "-T", "--threads"),
  ...spelled(word("with their timers"), "-o", "--options"),
  ...spelled(word("with their users and inodes"), "-e", "--extended"),
  ...spelled(word("with the memory that each takes"), "-m", "--memory"),
  ...spelled(word("with TCP's own state of each"), "-i", "--info"),
  ...spelled(word("with the filters of each"), "-b", "--bpf"),
  ...spelled(word("with the security context of each program"), "-Z", "--context"),
  ...spelled(word("with that of each socket, too"), "-z", "--contexts"),
  ...spelled(word("only their numbers"), "-s", "--summary"),
  ...spelled(word("keeps running, and prints each socket that closes"), "-E", "--events"),
  ...spelled(word("without a headline"), "-H", "--no-header"),
  ...spelled(word("a line for each"), "-O", "--oneline"),
  ...spelled(word("prints its version"), "-V", "--version"),
  ...spelled(word("prints its options"), "-h", "--help"),
};

/** `ss` */
export const SS: Grammar = grammar({
  words: {
    ...KINDS,
    ...DETAILS,
    ...spelled(
      doing(
        "closes them",
        oneWay(() => "closes each of them", "their programs have to connect again"),
      ),
      "-K",
      "--kill",
    ),
    ...spelled(
      doing(
        "writes them into a file, as the kernel sends them",
        oneWay(({ file }) => `writes into ${file}`, "write back what was in the file before"),
        FILE,
      ),
      "-D",
      "--diag",
    ),
  },
  operands: [several("filter", "only matching ones, by their state, addresses and ports")],
  deed: asks("returns the sockets that programs have opened, with their own addresses and those of their peers"),
});
