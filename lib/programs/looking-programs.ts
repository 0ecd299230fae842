/**
 * Programs that only look, wait or print.
 *
 * @module
 */
import type { Grammar } from "./grammar.ts";
import { asks, doing, grammar, needing, oneWay, operand, several, spelled, word } from "./grammar-parts.ts";

const FILES = {
  "/proc/sys/net/ipv4/ip_forward": "the kernel's setting for forwarding packets between interfaces: 0 or 1",
  "/etc/hosts": "the file of names and their addresses",
  "/etc/resolv.conf": "the file of name servers",
  "/etc/hostname": "the file of the host's name",
};

/** `cat FILE` */
export const CAT: Grammar = grammar({
  operands: [several("file", "the file to print", FILES)],
  deed: asks("returns the contents of the file"),
});

const LINK = operand("link", "the link", {
  "/proc/self/ns/net": "the network namespace of the process itself; two processes with the same number share one",
});

/** `readlink LINK` */
export const READLINK: Grammar = grammar({
  words: { "-f": word("follows all links to the end") },
  operands: [LINK],
  needs: needing(LINK),
  deed: asks("returns the target of the link"),
});

const WRITES = oneWay(({ file }) => `writes into ${file}`, "write back what was in the file before");

/** `iptables-save`, and `ip6tables-save` */
export const IPTABLES_SAVE: Grammar = grammar({
  words: {
    ...spelled(word("of one table", operand("table", "the table")), "-t", "--table"),
    ...spelled(word("with the packets that each has met"), "-c", "--counters"),
    ...spelled(doing("writes them into a file", WRITES, operand("file", "the file")), "-f", "--file"),
  },
  deed: asks("returns the rules of every table"),
});

const HOST = operand("host", "the host: an address or a name");

/** `ping ADDRESS` */
export const PING: Grammar = grammar({
  words: {
    "-c": word("how many times", operand("count", "times")),
    "-W": word("how long to wait for an answer", operand("seconds", "seconds")),
    "-w": word("gives up after this time", operand("seconds", "seconds")),
    "-n": word("prints addresses as numbers"),
    "-q": word("prints only the summary"),
    "-s": word("the number of bytes to send along", operand("size", "bytes")),
    "-M": word("whether packets may be fragmented", operand("cutting", "do: never")),
  },
  operands: [HOST],
  needs: needing(HOST),
  deed: asks("selects a route, resolves the address by ARP, sends an ICMP echo request, and waits for the reply"),
});

/** `ls FOLDER` */
export const LS: Grammar = grammar({
  words: {
    "-l": word("with details"),
    "-a": word("with hidden files"),
    "-1": word("a line for each"),
    "-i": word("with the inode, the number that identifies a file"),
    "-L": word("shows the targets of links"),
    "--hide": word("hides some files", operand("hidden", "the names to hide")),
  },
  operands: [several("folder", "the folder to list")],
  deed: asks("returns the names in it"),
});

const PATTERN = operand("pattern", "the text to look for");

/** `grep PATTERN` */
export const GREP: Grammar = grammar({
  words: {
    "-v": word("only lines without the text"),
    "-c": word("only the number of lines"),
    "-i": word("ignores case"),
    "-q": word("prints nothing: only the exit status counts"),
    "-E": word("the pattern is an extended regular expression"),
    "-F": word("the pattern is plain text"),
    "-n": word("with line numbers"),
  },
  operands: [PATTERN, several("file", "the file to read")],
  needs: needing(PATTERN),
  deed: asks("returns the contents of the file"),
});

const SECONDS = several("seconds", "the time, in seconds");

/** `sleep 600` */
export const SLEEP: Grammar = grammar({
  operands: [SECONDS],
  needs: needing(SECONDS),
  deed: asks("lets it sleep, and wakes it"),
});

/** `exit` */
export const EXIT: Grammar = grammar({
  operands: [operand("status", "the exit status")],
  deed: asks("ends the shell; a container ends with its first process, and its network namespace with it"),
});
