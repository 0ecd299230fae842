/**
 * `dnsmasq`, and `ss`, which shows who listens.
 *
 * @module
 */
import type { Grammar, Keyword } from "./grammar.ts";
import { asks, deed, grammar, operand, word } from "./grammar-parts.ts";

const STAYS = word("stays what your shell has started, as the same user");
const ADDRESS = word("listens at this address only", operand("listening", "an address of the host"));

/** Of a name server; with others it is much more */
const OPTIONS: Readonly<Record<string, Keyword>> = {
  "--no-daemon": STAYS,
  "-d": STAYS,
  "--keep-in-foreground": word("stays what your shell has started"),
  "-k": word("stays what your shell has started"),
  "--conf-file": word(
    "which file of options it reads, instead of its own",
    operand("file", "the file", { "/dev/null": "none" }),
  ),
  "--no-resolv": word("asks no other name server for what it doesn't know"),
  "-R": word("asks no other name server for what it doesn't know"),
  "--no-hosts": word("knows nothing of /etc/hosts"),
  "-h": word("knows nothing of /etc/hosts"),
  "--log-queries": word("writes down what it is asked, and what it answers"),
  "-q": word("writes down what it is asked, and what it answers"),
  "--log-facility": word("where it writes that", operand("log", "the file", { "-": "where errors go" })),
  "--local": word("what it answers by itself alone", operand("domain", "/DOMAIN/", { "/#/": "everything" })),
  "--bind-interfaces": word("leaves the port free at all other addresses"),
  "-z": word("leaves the port free at all other addresses"),
  "--listen-address": ADDRESS,
  "-a": ADDRESS,
  "--host-record": word("a name that it knows", operand("record", "the name, a comma, and its address")),
  "--address": word("a domain that it knows", operand("record", "/DOMAIN/ADDRESS")),
};

/** `dnsmasq` */
export const DNSMASQ: Grammar = grammar({
  words: OPTIONS,
  deed: deed(
    () => "starts a name server, which opens port 53, by UDP and TCP, and answers whoever asks there",
    ({ listening }) => (listening === undefined ? "pkill dnsmasq" : `pkill -f '[l]isten-address=${listening}'`),
  ),
});

/** `ss` */
export const SS: Grammar = grammar({
  words: {
    "-l": word("those that listen"),
    "-n": word("with ports as numbers"),
    "-u": word("of UDP"),
    "-t": word("of TCP"),
    "-p": word("with the programs that have opened them"),
    "-a": word("all"),
    "-H": word("without a headline"),
  },
  deed: asks("hands out the list of what programs have opened: at which addresses, and to whom they are connected"),
});
