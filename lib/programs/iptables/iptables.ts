/**
 * `iptables`.
 *
 * @module
 */
import type { Effect, EffectiveProgram } from "../effect.ts";
import type { Keyword, Said } from "../grammar.ts";
import { asks, deed, doing, following, grammar, oneWay, operand, optional, spelled, word } from "../grammar-parts.ts";
import type { Parsed } from "../parse.ts";
import { type IptablesCommand, readIptables, ruleNumber } from "./line.ts";

const CHAINS = {
  INPUT: "of packets for this machine itself",
  OUTPUT: "of packets that this machine itself sends",
  FORWARD: "of packets that pass through, from one interface to another",
  PREROUTING: "of packets as they come in, before their way is looked up",
  POSTROUTING: "of packets as they go out, after all else",
  DOCKER: "Docker's own, for the ports of containers",
};
const CHAIN = operand("chain", "a chain of rules", CHAINS);
const SHOWS = asks("sends the rules of a table, as they stand in its memory");

const TARGETS = {
  ACCEPT: "it may pass, and no later rule is asked",
  DROP: "it is thrown away, and nobody is told",
  REJECT: "it is thrown away, and its sender is told",
  MASQUERADE: "it goes out under this machine's own address, and answers to it are brought back",
  DNAT: "it goes to another address than the one that is on it",
  SNAT: "it goes out under another address",
  RETURN: "the chain that led here goes on",
  LOG: "the kernel writes it down, and the next rule is asked",
};

/** Adding a rule, with its chain and place: where it is deleted by its words, it has no place */
const ADDITION = /(^| )(?:-[AI] ?|--(?:append|insert)[ =])(\S+)(?: \d+(?= |$))?/;

/** Adds a rule, and takes away the very same */
function adds(how: string) {
  return deed(
    ({ chain, target }) =>
      `asks the rule ${how} ${chain}, of each packet that comes there${target === undefined ? "" : `, and does what ${target} says`}`,
    ({ program, all }) => `${program} ${all?.replace(ADDITION, "$1-D $2")}`,
  );
}

/** In the program's own words; of a `$name` nobody knows what the shell puts there */
function refusalOfPlace(text: string): string | null {
  const number = ruleNumber(text);
  return text.includes("$") || (number !== null && number > 0) ? null : `Invalid rule number \`${text}'`;
}

function tableOf({ table }: Said): string {
  return table === undefined ? "" : `-t ${table} `;
}

/** Its options: what is to be done, and what a packet must be like */
const WORDS: Readonly<Record<string, Keyword>> = {
  "-t": word(
    "in which table",
    operand("table", "the table", {
      filter: "what may pass",
      nat: "whose addresses are changed",
      mangle: "what is written on packets",
    }),
  ),
  "-A": doing("adds a rule at the end of a chain", adds("last in"), CHAIN),
  "-I": doing("adds a rule at the beginning of a chain", adds("first in"), CHAIN, optional("place", "at this place")),
  "-D": doing(
    "takes a rule away",
    {
      kernel: ({ chain }) => `asks that rule of ${chain} no longer`,
      back: ({ program }) => ({ say: `add it again at its place: ${program} -I CHAIN PLACE …` }),
    },
    CHAIN,
    optional("place", "the one at this place"),
  ),
  "-P": doing(
    "sets what becomes of packets that no rule has an answer for",
    {
      kernel: ({ chain, policy }) => `does ${policy} with what comes to the end of ${chain}`,
      back: ({ program }) => ({ say: `set the policy that \`${program} -S\` printed before` }),
    },
    CHAIN,
    operand("policy", "what becomes of them", TARGETS),
  ),
  "-N": doing(
    "makes a chain",
    deed(
      ({ chain }) => `makes the chain ${chain}, with no rule in it`,
      (said) => `${said["program"]} ${tableOf(said)}-X ${said["chain"]}`,
    ),
    CHAIN,
  ),
  "-X": doing(
    "removes a chain that is empty",
    {
      kernel: ({ chain }) =>
        `removes ${chain === undefined ? "all chains of the table that are empty and not its own" : `the chain ${chain}`}`,
      back: (said) =>
        said["chain"] === undefined
          ? {
              say: `make each again: ${said["program"]} -N, with the names that \`${said["program"]} -S\` printed before`,
            }
          : { type: `${said["program"]} ${tableOf(said)}-N ${said["chain"]}` },
    },
    optional("chain", "the chain; without one, all that are empty", CHAINS),
  ),
  "-R": doing(
    "puts another rule in a rule's place",
    {
      kernel: ({ chain }) => `asks the new rule of ${chain} instead`,
      back: ({ program }) => ({ say: `replace it by the old one, which \`${program} -S\` printed before` }),
    },
    CHAIN,
    { ...operand("place", "the rule's place"), refuses: refusalOfPlace },
  ),
  "-E": doing(
    "gives a chain another name",
    deed(
      ({ chain, renamed }) => `calls the chain ${chain} ${renamed}`,
      (said) => `${said["program"]} ${tableOf(said)}-E ${said["renamed"]} ${said["chain"]}`,
    ),
    CHAIN,
    operand("renamed", "its new name"),
  ),
  "-Z": doing(
    "counts packets from zero again",
    oneWay(
      ({ chain }) => `counts what rules of ${chain ?? "all chains"} meet from zero`,
      "nothing brings the numbers back",
    ),
    optional("chain", "of one chain", CHAINS),
    optional("place", "of the rule at this place"),
  ),
  "-h": doing("prints how it is used", asks("is not asked")),
  "-V": doing("prints its version", asks("is not asked")),
  "-F": doing(
    "takes all rules away",
    oneWay(({ chain }) => `asks no rule of ${chain ?? "any chain"} any more`, "nothing brings them back"),
    optional("chain", "of one chain", CHAINS),
  ),
  "-L": doing("shows the rules as a table", SHOWS, optional("chain", "of one chain", CHAINS)),
  "-S": doing("shows the rules, as they would be typed", SHOWS, optional("chain", "of one chain", CHAINS)),
  "-C": doing("asks whether there is such a rule", SHOWS, CHAIN),
  "-n": word("prints addresses and ports as numbers, and asks no name server"),
  "-v": word("prints how many packets met each rule"),
  "-w": word("waits until nobody else changes rules", optional("seconds", "this many seconds at most")),
  "-W": word("how long it waits between two tries", operand("microseconds", "microseconds")),
  "--line-numbers": word("prints each rule's place"),
  "-p": word(
    "of one protocol",
    operand("protocol", "the protocol", { tcp: "TCP", udp: "UDP", icmp: "ICMP, as ping uses it", all: "any" }),
  ),
  "-s": word("from there", operand("source", "an address or a network")),
  "-d": word("to there", operand("destination", "an address or a network")),
  "-i": word("that came in there", operand("input", "an interface")),
  "-o": word("that goes out there", operand("output", "an interface")),
  "--dport": word("to that port", operand("port", "the port")),
  "--sport": word("from that port", operand("port", "the port")),
  "-m": word(
    "with a test of its own",
    operand("match", "the test's name", {
      conntrack: "whether it belongs to a known connection",
      comment: "a remark",
      tcp: "of TCP",
    }),
  ),
  "--ctstate": word("by the state of its connection", operand("state", "the states")),
  "--comment": word("a remark", operand("remark", "its text")),
  "-j": word("what becomes of a packet that is so", operand("target", "the answer", TARGETS)),
  "--to-destination": word("to where instead", operand("to", "an address and a port")),
  "--to-source": word("from where instead", operand("to", "an address and a port")),
  "!": word("not: the opposite of what follows", following("opposite", "of what it is the opposite")),
};

/** Other spellings: iptables(8) */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  "-t": ["--table"],
  "-A": ["--append"],
  "-I": ["--insert"],
  "-D": ["--delete"],
  "-P": ["--policy"],
  "-N": ["--new-chain", "--new"],
  "-X": ["--delete-chain"],
  "-F": ["--flush"],
  "-L": ["--list"],
  "-S": ["--list-rules"],
  "-C": ["--check"],
  "-n": ["--numeric"],
  "-v": ["--verbose"],
  "-w": ["--wait"],
  "-p": ["--protocol"],
  "-s": ["--source", "--src"],
  "-d": ["--destination", "--dst"],
  "-i": ["--in-interface"],
  "-o": ["--out-interface"],
  "-m": ["--match"],
  "-j": ["--jump"],
  "--dport": ["--destination-port"],
  "--sport": ["--source-port"],
  "-R": ["--replace"],
  "-E": ["--rename-chain"],
  "-Z": ["--zero"],
  "-h": ["--help"],
  "-V": ["--version"],
  "-W": ["--wait-interval"],
};

/** iptables(8); of extensions it has only those that are well known, and each option says by itself what it is */
export const IPTABLES = {
  grammar: grammar({
    lacks: "what to do: -A, -I, -D, -L, -S, -N, -X, -P, -F",
    words: Object.assign(
      {},
      ...Object.entries(WORDS).map(([name, keyword]) => spelled(keyword, name, ...(SPELLINGS[name] ?? []))),
    ),
    unknown: "alone",
  }),
  effects,
  unknown: "looked at",
} satisfies EffectiveProgram;

const RULES: Readonly<Partial<Record<IptablesCommand, Effect<"rule">["how"]>>> = {
  A: "appends",
  I: "inserts",
  D: "deletes",
  R: "replaces",
};

const CHAIN_CHANGES: Readonly<Partial<Record<IptablesCommand, Effect<"chain">["how"]>>> = {
  N: "makes",
  X: "deletes",
  E: "renames",
  P: "sets the policy",
};

/** Why some can't be undone */
const REASONS: Readonly<Partial<Record<IptablesCommand, string>>> = {
  F: "it takes away rules of any origin",
  Z: "what was counted is lost",
};

function effects(parsed: Parsed): readonly Effect<"rule" | "chain">[] | string {
  const line = readIptables(parsed);
  if (line === null) {
    const isShown = parsed.belongs.every((option) => option === "-h" || option === "-V");
    return isShown ? [] : "nobody here knows which rule it is about";
  }
  const { command, table, chain, number: place, rule: words } = line;
  const [ofRule, ofChain] = [RULES[command], CHAIN_CHANGES[command]];
  if (ofChain !== undefined && (chain !== null || command === "X"))
    return [{ kind: "chain", how: ofChain, table, chain, to: words.join(" ") }];
  // Without a chain, or the number of a rule that is replaced, iptables refuses it
  if (ofRule !== undefined && chain !== null && (place !== null || command !== "R"))
    return [{ kind: "rule", how: ofRule, table, chain, place, words }];
  return REASONS[command] ?? [];
}
