/**
 * `dnsmasq`, a name server.
 *
 * @module
 */
import type { Effect, EffectiveProgram } from "./effect.ts";
import type { Keyword } from "./grammar.ts";
import { attached, deed, grammar, operand, spelled, word } from "./grammar-parts.ts";
import type { Parsed } from "./parse.ts";
import { isSaid, textsOf, unknownWord } from "./terms.ts";

const CONFIGURATION = operand("file", "the file", { "/dev/null": "none" });
const FILE = operand("list", "the file");
const LOG = operand("log", "the file", { "-": "standard error" });
const SERVER = operand("server", "/DOMAIN/ADDRESS, or only the address");
const RECORD = operand("record", "the name, a comma, and its value");
const DOMAIN = operand("domain", "the domain");
const INTERFACE = operand("interface", "the interface");
const SECONDS = operand("seconds", "seconds");
const COUNT = operand("count", "how many");

/**
 * Options of a name server, dnsmasq(8), without those that serve DHCP, run programs, or write files other than
 * the log
 */
const OPTIONS: Readonly<Record<string, Keyword>> = {
  ...spelled(word("stays in the foreground, as the same user"), "--no-daemon", "-d"),
  ...spelled(word("stays in the foreground"), "--keep-in-foreground", "-k"),
  ...spelled(word("runs as this user, once it has opened its port", operand("user", "the user")), "--user", "-u"),
  ...spelled(word("runs as this group, once it has opened its port", operand("group", "the group")), "--group", "-g"),
  ...spelled(word("the file to read options from, instead of its own", CONFIGURATION), "--conf-file", "-C"),
  ...spelled(word("prints its version"), "--version", "-v"),
  ...spelled(word("prints its options", attached("topic", "only those about this")), "--help", "-w"),
  "--test": word("only checks its options"),
  "--log-queries": word("logs queries and answers", attached("detail", "extra: with the client of each")),
  "-q": { ...word("logs queries and answers"), same: "--log-queries" },
  ...spelled(word("the log file", LOG), "--log-facility", "-8"),
  "--log-async": word("answers before the log is written", attached("lines", "the number of lines that may wait")),
  "--log-debug": word("logs more"),
  ...spelled(
    word("listens on this address only", operand("listening", "an address of the host")),
    "--listen-address",
    "-a",
  ),
  ...spelled(word("listens on this port, instead of 53", operand("port", "the port")), "--port", "-p"),
  ...spelled(word("listens on this interface", INTERFACE), "--interface", "-i"),
  ...spelled(word("does not listen on this interface", INTERFACE), "--except-interface", "-I"),
  ...spelled(word("leaves the port free on all other addresses"), "--bind-interfaces", "-z"),
  "--bind-dynamic": word("the same, and also listens on addresses that are added later"),
  "--local-service": word("answers only clients on its own networks", attached("local", "host: only this host")),
  ...spelled(word("answers for this domain with an address", operand("record", "/DOMAIN/ADDRESS")), "--address", "-A"),
  "--host-record": word(
    "answers for this name with an address",
    operand("record", "the name, a comma, and its address"),
  ),
  "--cname": word("answers with an alias", RECORD),
  ...spelled(word("answers with a text", RECORD), "--txt-record", "-Y"),
  "--ptr-record": word("answers with the name of an address", RECORD),
  ...spelled(word("answers with a domain's mail server", RECORD), "--mx-host", "-m"),
  ...spelled(word("answers with the server of a service", RECORD), "--srv-host", "-W"),
  ...spelled(word("its own domain", DOMAIN), "--domain", "-s"),
  "--local": word("answers for this domain by itself alone", operand("domain", "/DOMAIN/", { "/#/": "everything" })),
  ...spelled(word("forwards queries to this name server", SERVER), "--server", "-S"),
  "--rev-server": word("forwards queries for the names of a network to this server", SERVER),
  ...spelled(word("forwards no queries to the name servers in /etc/resolv.conf"), "--no-resolv", "-R"),
  ...spelled(word("the file with the name servers to forward queries to", FILE), "--resolv-file", "-r"),
  ...spelled(word("does not check that file for changes"), "--no-poll", "-n"),
  ...spelled(word("tries name servers in the order of that file"), "--strict-order", "-o"),
  "--all-servers": word("forwards each query to all name servers at once"),
  ...spelled(word("does not read /etc/hosts"), "--no-hosts", "-h"),
  ...spelled(word("reads one more file like /etc/hosts", FILE), "--addn-hosts", "-H"),
  "--hostsdir": word("reads a folder of such files", operand("folder", "the folder")),
  ...spelled(word("adds its own domain to the names in them"), "--expand-hosts", "-E"),
  ...spelled(word("forwards no queries for the names of private addresses"), "--bogus-priv", "-b"),
  ...spelled(word("forwards no queries for names without a domain"), "--domain-needed", "-D"),
  ...spelled(word("puts the address on the client's own network first"), "--localise-queries", "-y"),
  ...spelled(word("the number of answers to cache", COUNT), "--cache-size", "-c"),
  ...spelled(word("does not cache that a name is missing"), "--no-negcache", "-N"),
  ...spelled(word("how long clients may cache its own answers", SECONDS), "--local-ttl", "-T"),
  "--neg-ttl": word("how long clients may cache that a name is missing", SECONDS),
  "--max-ttl": word("the longest time for clients to cache an answer", SECONDS),
  "--min-cache-ttl": word("the shortest time to cache an answer", SECONDS),
  "--max-cache-ttl": word("the longest time to cache an answer", SECONDS),
  "--stop-dns-rebind": word("drops private addresses in the answers of other name servers"),
  "--rebind-localhost-ok": word("except 127.0.0.0/8"),
  "--rebind-domain-ok": word("except for names in this domain", DOMAIN),
  "--no-round-robin": word("always returns several addresses in the same order"),
  "--no-ident": word("does not reveal its version"),
};

/** Options with which it only prints something */
const SHOWS = ["--version", "--help"] as const;

/** `dnsmasq` */
export const DNSMASQ = {
  grammar: grammar({
    words: OPTIONS,
    unknown: "alone",
    deed: deed(
      () => "starts a name server, which listens on port 53, over UDP and TCP",
      ({ listening }) => (listening === undefined ? "pkill dnsmasq" : `pkill -f '[l]isten-address=${listening}'`),
    ),
  }),
  effects,
  unknown: "looked at",
} satisfies EffectiveProgram;

function effects(parsed: Parsed): readonly Effect<"program">[] {
  if (SHOWS.some((name) => isSaid(parsed, name))) return [];
  const files = textsOf(parsed, CONFIGURATION);
  if (isSaid(parsed, "--test") && files.every((file) => file === "/dev/null")) return [];
  return [{ kind: "program", is: "a name server", obstacle: obstacleIn(parsed, files) }];
}

/** Options that keep it in the foreground, as the process that was started */
const STAYS = ["--test", "--no-daemon", "--keep-in-foreground"] as const;

/** Returns the reason why the program could not be undone; `null` when it can */
function obstacleIn(parsed: Parsed, files: readonly string[]): string | null {
  // Without a file, --conf-file reads a file of dnsmasq's own
  const unknown = unknownWord(parsed) ?? (parsed.missing.length > 0 ? parsed.meanings.at(-1)?.word : undefined);
  if (unknown !== undefined) return `wirework does not know what ${unknown} leaves behind`;
  const written = textsOf(parsed, LOG).find((log) => log.includes("/"));
  if (written !== undefined) return `it writes ${written}`;
  if (!STAYS.some((name) => isSaid(parsed, name)))
    return "it continues in the background, as another process than the one that wirework started";
  const read = files.length === 0 ? "/etc/dnsmasq.conf" : files.find((file) => file !== "/dev/null");
  return read === undefined ? null : `it also does what ${read} says, unless the line has --conf-file=/dev/null`;
}
