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
  INPUT: "the chain for packets to this machine",
  OUTPUT: "the chain for packets that this machine sends",
  FORWARD: "the chain for packets that are forwarded from one interface to another",
  PREROUTING: "the chain for packets that have just arrived, before their route is selected",
  POSTROUTING: "the chain for packets about to leave",
  DOCKER: "Docker's own chain, for published ports",
};
const CHAIN = operand("chain", "a chain of rules", CHAINS);
const SHOWS = asks("returns the rules of a table");

const TARGETS = {
  ACCEPT: "the packet is accepted, and later rules are skipped",
  DROP: "the packet is dropped, without an answer",
  REJECT: "the packet is dropped, and its sender gets an error",
  MASQUERADE: "the packet leaves under this machine's own address; answers are translated back",
  DNAT: "the packet's destination address is rewritten",
  SNAT: "the packet's source address is rewritten",
  RETURN: "goes back to the chain that led here",
  LOG: "the kernel logs the packet, and the next rule is tried",
};

/** Matches the option that adds a rule, with its chain and place; to delete the rule by its words, the place must go */
const ADDITION = /(^| )(?:-[AI] ?|--(?:append|insert)[ =])(\S+)(?: \d+(?= |$))?/;

/** Makes a deed that adds a rule; its undo deletes the very same rule */
function adds(end: "beginning" | "end") {
  return deed(
    ({ chain, target, place }) =>
      `adds the rule ${place === undefined ? `to the ${end} of` : `at place ${place} of`} ${chain}${target === undefined ? "" : `, and applies ${target} to each matching packet`}`,
    ({ program, all }) => `${program} ${all?.replace(ADDITION, "$1-D $2")}`,
  );
}

/** Returns iptables's error for a bad rule number; `null` for a good one, and for a `$name`, whose value is unknown */
function refusalOfPlace(text: string): string | null {
  const number = ruleNumber(text);
  return text.includes("$") || (number !== null && number > 0) ? null : `Invalid rule number \`${text}'`;
}

function tableOf({ table }: Said): string {
  return table === undefined ? "" : `-t ${table} `;
}

/** Options: what to do, and which packets match */
const WORDS: Readonly<Record<string, Keyword>> = {
  "-t": word(
    "the table to work on",
    operand("table", "the table", {
      filter: "the table that filters packets",
      nat: "the table that rewrites addresses",
      mangle: "the table that changes other fields of packets",
    }),
  ),
  "-A": doing("adds a rule at the end of a chain", adds("end"), CHAIN),
  "-I": doing("adds a rule at the beginning of a chain", adds("beginning"), CHAIN, optional("place", "at this place")),
  "-D": doing(
    "deletes a rule",
    {
      kernel: ({ chain }) => `removes that rule from ${chain}`,
      back: ({ program }) => ({ say: `add it again at its place: ${program} -I CHAIN PLACE …` }),
    },
    CHAIN,
    optional("place", "the one at this place"),
  ),
  "-P": doing(
    "sets the policy, which decides on packets that no rule decides on",
    {
      kernel: ({ chain, policy }) => `applies ${policy} to packets that reach the end of ${chain}`,
      back: ({ program }) => ({ say: `set the policy that \`${program} -S\` printed before` }),
    },
    CHAIN,
    operand("policy", "the policy", TARGETS),
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
    "deletes an empty chain",
    {
      kernel: ({ chain }) =>
        `removes ${chain === undefined ? "all empty chains of the table, except the built-in ones" : `the chain ${chain}`}`,
      back: (said) =>
        said["chain"] === undefined
          ? {
              say: `make each again: ${said["program"]} -N, with the names that \`${said["program"]} -S\` printed before`,
            }
          : { type: `${said["program"]} ${tableOf(said)}-N ${said["chain"]}` },
    },
    optional("chain", "the chain; without a name, all empty ones", CHAINS),
  ),
  "-R": doing(
    "replaces a rule",
    {
      kernel: ({ chain }) => `applies the new rule of ${chain} instead`,
      back: ({ program }) => ({ say: `replace it by the old one, which \`${program} -S\` printed before` }),
    },
    CHAIN,
    { ...operand("place", "the rule's place"), refuses: refusalOfPlace },
  ),
  "-E": doing(
    "renames a chain",
    deed(
      ({ chain, renamed }) => `renames the chain ${chain} to ${renamed}`,
      (said) => `${said["program"]} ${tableOf(said)}-E ${said["renamed"]} ${said["chain"]}`,
    ),
    CHAIN,
    operand("renamed", "its new name"),
  ),
  "-Z": doing(
    "sets packet counters to zero",
    oneWay(({ chain }) => `sets the counters of ${chain ?? "all chains"} to zero`, "the old numbers are lost"),
    optional("chain", "only in this chain", CHAINS),
    optional("place", "only for the rule at this place"),
  ),
  "-h": doing("prints its usage", asks("does nothing")),
  "-V": doing("prints its version", asks("does nothing")),
  "-F": doing(
    "deletes all rules",
    oneWay(
      ({ chain }) => `removes all rules from ${chain ?? "every chain"}`,
      "add each again, as `iptables -S` printed it before",
    ),
    optional("chain", "only in this chain", CHAINS),
  ),
  "-L": doing("shows the rules as a table", SHOWS, optional("chain", "only in this chain", CHAINS)),
  "-S": doing("prints the rules as options to type", SHOWS, optional("chain", "only in this chain", CHAINS)),
  "-C": doing("checks if there is such a rule", SHOWS, CHAIN),
  "-n": word("prints addresses and ports as numbers, without looking up names"),
  "-v": word("prints how many packets matched each rule"),
  "-w": word("waits while another program changes rules", optional("seconds", "this many seconds at most")),
  "-W": word("how long it waits between two tries", operand("microseconds", "microseconds")),
  "--line-numbers": word("prints each rule's place"),
  "-p": word(
    "of this protocol",
    operand("protocol", "the protocol", { tcp: "TCP", udp: "UDP", icmp: "ICMP, as ping uses it", all: "any" }),
  ),
  "-s": word("from this source", operand("source", "an address or a network")),
  "-d": word("to this destination", operand("destination", "an address or a network")),
  "-i": word("arriving on this interface", operand("input", "an interface")),
  "-o": word("leaving through this interface", operand("output", "an interface")),
  "--dport": word("to this port", operand("port", "the port")),
  "--sport": word("from this port", operand("port", "the port")),
  "-m": word(
    "loads a match extension",
    operand("match", "its name", {
      conntrack: "matches the state of connections",
      comment: "adds a comment",
      tcp: "matches fields of TCP",
    }),
  ),
  "--ctstate": word("whose connection has one of these states", operand("state", "the states")),
  "--comment": word("a comment", operand("remark", "its text")),
  "-j": word("what to do with a matching packet", operand("target", "the target", TARGETS)),
  "--to-destination": word("the new destination", operand("to", "an address and a port")),
  "--to-source": word("the new source", operand("to", "an address and a port")),
  "!": word("inverts the match that follows", following("opposite", "the match to invert")),
};

/** Long and other spellings: iptables(8) */
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

/**
 * iptables(8), with the well-known extensions; each option explains itself, so unknown ones don't matter to the others
 */
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

/** Reasons why some commands can't be undone */
const REASONS: Readonly<Partial<Record<IptablesCommand, string>>> = {
  F: "it removes rules of any origin",
  Z: "the old counts are lost",
};

function effects(parsed: Parsed): readonly Effect<"rule" | "chain">[] | string {
  const line = readIptables(parsed);
  if (line === null) {
    const isShown = parsed.belongs.every((option) => option === "-h" || option === "-V");
    return isShown ? [] : "wirework does not know which rule it is about";
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
