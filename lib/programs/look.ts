/**
 * Programs that only look, wait or print.
 *
 * @module
 */
import type { Grammar } from "./grammar.ts";
import { asks, doing, grammar, needing, oneWay, operand, several, spelled, word } from "./grammar-parts.ts";

const FILES = {
  "/proc/sys/net/ipv4/ip_forward": "the kernel's setting whether packets pass from one interface to another: 0 or 1",
  "/etc/hosts": "the file of names and their addresses",
  "/etc/resolv.conf": "the file of the name servers that are asked",
  "/etc/hostname": "the file of the host's name",
};

/** `cat FILE` */
export const CAT: Grammar = grammar({
  operands: [several("file", "the file to print", FILES)],
  deed: asks("hands out what is in the file"),
});

const LINK = operand("link", "the link", {
  "/proc/self/ns/net": "the network that whoever asks is in: two with the same number are in the same one",
});

/** `readlink LINK` */
export const READLINK: Grammar = grammar({
  words: { "-f": word("to the very end, over all links on the way") },
  operands: [LINK],
  needs: needing(LINK),
  deed: asks("says where the link leads"),
});

const WRITES = oneWay(({ file }) => `writes into ${file}`, "write back what was in the file before");

/** `iptables-save`, and `ip6tables-save` */
export const IPTABLES_SAVE: Grammar = grammar({
  words: {
    ...spelled(word("of one table", operand("table", "the table")), "-t", "--table"),
    ...spelled(word("with the packets that each has met"), "-c", "--counters"),
    ...spelled(doing("writes them into a file", WRITES, operand("file", "the file")), "-f", "--file"),
  },
  deed: asks("sends the rules of every table, as they stand in its memory"),
});

const HOST = operand("host", "whom to ask: an address or a name");

/** `ping ADDRESS` */
export const PING: Grammar = grammar({
  words: {
    "-c": word("how often", operand("count", "times")),
    "-W": word("how long it waits for an answer", operand("seconds", "seconds")),
    "-w": word("when it gives up", operand("seconds", "seconds")),
    "-n": word("prints addresses as numbers"),
    "-q": word("prints only the sum"),
    "-s": word("how much it sends along", operand("size", "bytes")),
    "-M": word("whether packets may be cut up", operand("cutting", "do: never")),
  },
  operands: [HOST],
  needs: needing(HOST),
  deed: asks("looks the way up, asks by ARP who has the address, sends an ICMP echo request, and waits for the answer"),
});

/** `ls FOLDER` */
export const LS: Grammar = grammar({
  words: {
    "-l": word("with all about each"),
    "-a": word("hidden ones, too"),
    "-1": word("a line for each"),
    "-i": word("with its inode: the number that tells two apart"),
    "-L": word("of what links lead to"),
    "--hide": word("without", operand("hidden", "what is left out")),
  },
  operands: [several("folder", "the folder to list")],
  deed: asks("hands out the names in it"),
});

const PATTERN = operand("pattern", "what a line must have in it");

/** `grep PATTERN` */
export const GREP: Grammar = grammar({
  words: {
    "-v": word("only lines without it"),
    "-c": word("only how many lines"),
    "-i": word("capital letters count as small ones"),
    "-q": word("prints nothing: its exit status tells"),
    "-E": word("in extended regular expressions"),
    "-F": word("the very text"),
    "-n": word("with the line's number"),
  },
  operands: [PATTERN, several("file", "the file to read")],
  needs: needing(PATTERN),
  deed: asks("hands out what is in the file"),
});

const SECONDS = several("seconds", "how long, in seconds");

/** `sleep 600` */
export const SLEEP: Grammar = grammar({
  operands: [SECONDS],
  needs: needing(SECONDS),
  deed: asks("lets it wait, and wakes it"),
});

/** `exit` */
export const EXIT: Grammar = grammar({
  operands: [operand("status", "the exit status")],
  deed: asks("ends the shell; a container ends with its first process, and its network with that"),
});
