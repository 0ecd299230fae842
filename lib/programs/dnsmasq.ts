/**
 * `dnsmasq`, and `ss`, which shows who listens.
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
const LOG = operand("log", "the file", { "-": "where errors go" });
const SERVER = operand("server", "/DOMAIN/ADDRESS, or only the address");
const RECORD = operand("record", "the name, a comma, and what it has");
const DOMAIN = operand("domain", "the domain");
const INTERFACE = operand("interface", "the interface");
const SECONDS = operand("seconds", "seconds");
const COUNT = operand("count", "how many");

/** Of a name server that reads at most: what runs programs or writes files is left out, as all that serves DHCP; dnsmasq(8) */
const OPTIONS: Readonly<Record<string, Keyword>> = {
  ...spelled(word("stays what your shell has started, as the same user"), "--no-daemon", "-d"),
  ...spelled(word("stays what your shell has started"), "--keep-in-foreground", "-k"),
  ...spelled(word("as this user, once it has opened its port", operand("user", "the user")), "--user", "-u"),
  ...spelled(word("as this group, once it has opened its port", operand("group", "the group")), "--group", "-g"),
  ...spelled(word("which file of options it reads, instead of its own", CONFIGURATION), "--conf-file", "-C"),
  ...spelled(word("prints its version"), "--version", "-v"),
  ...spelled(word("prints its options", attached("topic", "of what")), "--help", "-w"),
  "--test": word("only reads its options, and says whether they are right"),
  "--log-queries": word(
    "writes down what it is asked, and what it answers",
    attached("detail", "extra: and who asked"),
  ),
  "-q": { ...word("writes down what it is asked, and what it answers"), same: "--log-queries" },
  ...spelled(word("where it writes that", LOG), "--log-facility", "-8"),
  "--log-async": word("answers before that is written", attached("lines", "of so many lines")),
  "--log-debug": word("writes down more"),
  ...spelled(
    word("listens at this address only", operand("listening", "an address of the host")),
    "--listen-address",
    "-a",
  ),
  ...spelled(word("opens another port than 53", operand("port", "the port")), "--port", "-p"),
  ...spelled(word("listens on this interface", INTERFACE), "--interface", "-i"),
  ...spelled(word("does not listen on this interface", INTERFACE), "--except-interface", "-I"),
  ...spelled(word("leaves the port free at all other addresses"), "--bind-interfaces", "-z"),
  "--bind-dynamic": word("the same, and listens at addresses that come later, too"),
  "--local-service": word("answers only those on its own networks", attached("local", "host: only this host")),
  ...spelled(word("a domain that it knows", operand("record", "/DOMAIN/ADDRESS")), "--address", "-A"),
  "--host-record": word("a name that it knows", operand("record", "the name, a comma, and its address")),
  "--cname": word("another name for one that it knows", RECORD),
  ...spelled(word("a text that a name has", RECORD), "--txt-record", "-Y"),
  "--ptr-record": word("the name of an address", RECORD),
  ...spelled(word("who takes a domain's mail", RECORD), "--mx-host", "-m"),
  ...spelled(word("who serves something in a domain", RECORD), "--srv-host", "-W"),
  ...spelled(word("its own domain", DOMAIN), "--domain", "-s"),
  "--local": word("what it answers by itself alone", operand("domain", "/DOMAIN/", { "/#/": "everything" })),
  ...spelled(word("another name server that it asks", SERVER), "--server", "-S"),
  "--rev-server": word("whom it asks for the names of a network", SERVER),
  ...spelled(word("asks no other name server for what it doesn't know"), "--no-resolv", "-R"),
  ...spelled(word("which file has the name servers that it asks", FILE), "--resolv-file", "-r"),
  ...spelled(word("does not look whether that file has changed"), "--no-poll", "-n"),
  ...spelled(word("asks name servers in the order of that file"), "--strict-order", "-o"),
  "--all-servers": word("asks all name servers at once"),
  ...spelled(word("knows nothing of /etc/hosts"), "--no-hosts", "-h"),
  ...spelled(word("one more file like /etc/hosts", FILE), "--addn-hosts", "-H"),
  "--hostsdir": word("a folder of such files", operand("folder", "the folder")),
  ...spelled(word("names in them are in its own domain"), "--expand-hosts", "-E"),
  ...spelled(word("asks nobody for the names of private addresses"), "--bogus-priv", "-b"),
  ...spelled(word("asks nobody for names without a domain"), "--domain-needed", "-D"),
  ...spelled(word("of several addresses first that on the network of whoever asks"), "--localise-queries", "-y"),
  ...spelled(word("how many answers it keeps", COUNT), "--cache-size", "-c"),
  ...spelled(word("keeps nothing of names that aren't there"), "--no-negcache", "-N"),
  ...spelled(word("how long others may keep what it knows itself", SECONDS), "--local-ttl", "-T"),
  "--neg-ttl": word("how long others may keep that a name isn't there", SECONDS),
  "--max-ttl": word("how long others may keep an answer at most", SECONDS),
  "--min-cache-ttl": word("how long it keeps an answer at least", SECONDS),
  "--max-cache-ttl": word("how long it keeps an answer at most", SECONDS),
  "--stop-dns-rebind": word("passes on no private address that another name server gives"),
  "--rebind-localhost-ok": word("but for 127.0.0.0/8"),
  "--rebind-domain-ok": word("but for names of this domain", DOMAIN),
  "--no-round-robin": word("gives several addresses always in the same order"),
  "--no-ident": word("does not tell its version to who asks"),
};

/** With these it only prints something */
const SHOWS = ["--version", "--help"] as const;

/** `dnsmasq` */
export const DNSMASQ = {
  grammar: grammar({
    words: OPTIONS,
    unknown: "alone",
    deed: deed(
      () => "starts a name server, which opens port 53, by UDP and TCP, and answers whoever asks there",
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

/** With these it is the process that was started, and not another one in the background */
const STAYS = ["--test", "--no-daemon", "--keep-in-foreground"] as const;

function obstacleIn(parsed: Parsed, files: readonly string[]): string | null {
  // Without its file, --conf-file is about a file of dnsmasq's own
  const unknown = unknownWord(parsed) ?? (parsed.missing.length > 0 ? parsed.meanings.at(-1)?.word : undefined);
  if (unknown !== undefined) return `wirework does not know what ${unknown} leaves behind`;
  const written = textsOf(parsed, LOG).find((log) => log.includes("/"));
  if (written !== undefined) return `it writes ${written}`;
  if (!STAYS.some((name) => isSaid(parsed, name))) return "it goes on as a process that nobody here has started";
  const read = files.length === 0 ? "/etc/dnsmasq.conf" : files.find((file) => file !== "/dev/null");
  return read === undefined ? null : `it does what ${read} says, unless it is --conf-file=/dev/null`;
}
