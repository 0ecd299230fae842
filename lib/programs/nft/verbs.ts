/**
 * `nft add`, `create`, `insert` and `delete`, of a table, a chain or a rule.
 *
 * Source: nft(8)
 *
 * @module
 */
import type { NftTouch } from "../../resources/nft/nft-touch.ts";
import type { Grammar, Keyword, Parameter } from "../grammar.ts";
import type { Parsed } from "../parse.ts";
import type { Verb } from "../verb.ts";
import { joinWords } from "./join-words.ts";
import { RULE_WORDS } from "./statement-words.ts";

const FAMILIES: Readonly<Record<string, string>> = {
  ip: "of IPv4",
  ip6: "of IPv6",
  inet: "of IPv4 and IPv6",
  arp: "of ARP",
  bridge: "of bridged packets",
  netdev: "of packets that arrive on one interface",
};

const TABLE: Parameter = { name: "table", means: "the table, which holds chains" };
const CHAIN: Parameter = { name: "chain", means: "the chain, which holds rules" };
const BLOCK: Parameter = { name: "block", means: "its settings, in braces" };
const HOOKED: Parameter = {
  name: "block",
  means: "in braces: its hook, its priority, and its policy for packets that no rule decides on",
};
const HANDLE: Keyword = {
  means: "the one with this handle",
  takes: [{ name: "handle", means: "the number that nft -a list ruleset prints" }],
};

type Of = NftTouch["of"];

const GRAMMARS: Readonly<Record<"makes" | "removes", Readonly<Record<Of, Grammar>>>> = {
  makes: {
    table: { kinds: FAMILIES, operands: [TABLE, BLOCK], words: {}, divide: joinWords },
    chain: { kinds: FAMILIES, operands: [TABLE, CHAIN, HOOKED], words: {}, divide: joinWords },
    rule: { kinds: FAMILIES, operands: [TABLE, CHAIN], words: {}, divide: joinWords, after: RULE_WORDS },
  },
  removes: {
    table: { kinds: FAMILIES, operands: [TABLE], words: { handle: HANDLE }, divide: joinWords },
    chain: { kinds: FAMILIES, operands: [TABLE, CHAIN], words: { handle: HANDLE }, divide: joinWords },
    rule: { kinds: FAMILIES, operands: [TABLE, CHAIN], words: { handle: HANDLE }, divide: joinWords },
  },
};

/** Effect and sentences of a verb */
interface VerbParts {
  readonly effect: "makes" | "removes";
  readonly of: Of;
  readonly changes: string;
  kernel(names: Names): string;
}

interface Names {
  readonly table: string;
  readonly chain: string;
  readonly block: string;
}

function verb({ effect, of, changes, kernel }: VerbParts): Verb {
  return {
    grammar: GRAMMARS[effect][of],
    touches(parsed, { enter }) {
      const { kind: family = "ip", table, chain = null, handle = null } = saidIn(parsed);
      if (parsed.lost !== null) return `wirework does not know what ${parsed.lost} means to nft`;
      if (table === undefined) return "it names no table";
      if (of !== "table" && chain === null) return "it names no chain, or gives only a handle";
      if (effect === "removes" && of === "rule" && handle === null) return "it gives no handle of a rule";
      const place = { enter, netns: null };
      return [
        {
          kind: "nft",
          effect,
          by: "word",
          place,
          of,
          family,
          table,
          chain,
          handle: handle === null ? null : Number(handle),
        },
      ];
    },
    changes: (parsed) => `${changes} ${whole(of, parsed)}`,
    kernel: (parsed) => {
      const { handle, table = `of number ${handle}`, chain = `of number ${handle}`, block = "" } = saidIn(parsed);
      return [kernel({ table, chain, block })];
    },
    missing: (parsed) => {
      const { table, chain, handle } = saidIn(parsed);
      // A handle is only unique together with its chain
      const isNumbered = (one: Of) => of === one && handle !== undefined;
      return [
        ...(table === undefined && !isNumbered("table") ? [TABLE.means] : []),
        ...(of !== "table" && chain === undefined && !isNumbered("chain") ? [CHAIN.means] : []),
        ...(of === "rule" && effect === "removes" && handle === undefined ? ["handle, and the rule's number"] : []),
        ...(of === "rule" && effect === "makes" && parsed.order.length === 0 && chain !== undefined
          ? ["a match and a statement: tcp dport 80 accept"]
          : []),
      ];
    },
  };
}

function saidIn({ said }: Parsed): Readonly<Partial<Record<string, string>>> {
  return said;
}

function whole(of: Of, parsed: Parsed): string {
  const { kind, table, chain, handle } = saidIn(parsed);
  const inTable = [...(kind === undefined ? [] : [kind]), table ?? ""].join(" ");
  if (of === "table") return `the table ${inTable}`;
  if (of === "chain") return `the chain ${chain} in the table ${inTable}`;
  const number = handle === undefined ? "a rule" : `the rule ${handle}`;
  return `${number} of the chain ${chain} in the table ${inTable}`;
}

function madeChain({ chain, block }: Names): string {
  const hook = /\bhook (\S+)/.exec(block)?.[1];
  if (hook === undefined) return `adds the empty chain ${chain}; packets reach it only from rules that jump to it`;
  return `adds the empty chain ${chain}, which packets traverse at the hook ${hook}`;
}

function added(of: Of, isNew: boolean): Verb {
  const kernel: Readonly<Record<Of, VerbParts["kernel"]>> = {
    table: ({ table }) => `adds the empty table ${table}`,
    chain: madeChain,
    rule: ({ chain }) => `adds the rule to the end of ${chain}, or after the named one`,
  };
  const [changes, also] = of === "rule" ? ["adds", ""] : ["adds", isNew ? "" : ", unless it exists"];
  return verb({ effect: "makes", of, changes, kernel: (names) => `${kernel[of](names)}${also}` });
}

function deleted(of: Of): Verb {
  const kernel: Readonly<Record<Of, VerbParts["kernel"]>> = {
    table: ({ table }) => `deletes the table ${table}, with everything in it`,
    chain: ({ chain }) => `deletes the chain ${chain}, with its rules, unless a rule jumps to it`,
    rule: ({ chain }) => `removes that rule from ${chain}`,
  };
  return verb({ effect: "removes", of, changes: "deletes", kernel: kernel[of] });
}

const INSERT_RULE = verb({
  effect: "makes",
  of: "rule",
  changes: "inserts",
  kernel: ({ chain }) => `adds the rule to the beginning of ${chain}, or before the named one`,
});

/** Verbs by command and object */
export const NFT_VERBS: Readonly<Record<string, Readonly<Record<string, Verb>>>> = {
  add: { table: added("table", false), chain: added("chain", false), rule: added("rule", true) },
  create: { table: added("table", true), chain: added("chain", true) },
  insert: { rule: INSERT_RULE },
  delete: { table: deleted("table"), chain: deleted("chain"), rule: deleted("rule") },
};
