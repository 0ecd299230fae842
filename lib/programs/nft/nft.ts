/**
 * `nft`: tables, chains and rules that filter packets.
 *
 * @module
 */
import type { Grammar, Keyword } from "../grammar.ts";
import { asks, grammar, leading, several, verbs } from "../grammar-parts.ts";
import { changing, TEXT } from "../ip/objects/others.ts";
import { OPTIONS } from "./nft-options.ts";
import { NFT_VERBS } from "./verbs.ts";

const ABOUT = "an object: table, chain, rule";

/** Objects that wirework explains, and whose changes it cannot undo */
const OTHERS = {
  set: "a set of values",
  map: "a map, from values to others",
  element: "an element of a set or a map",
  flowtable: "a table of connections that pass no chains",
  counter: "a counter that several rules share",
  quota: "a quota that several rules share",
  limit: "a limit that several rules share",
  ct: "settings for connections: a helper, a timeout, an expectation",
  secmark: "a security mark for packets",
  synproxy: "an answerer for new TCP connections",
};

/** Makes the keyword of a command; the words of its objects follow */
function command(means: string, words: Grammar["words"]): Keyword {
  return leading(means, { operands: [], lacks: ABOUT, words });
}

/** Makes the keyword of a command that wirework only explains */
function unreadCommand(means: string, objects: Readonly<Record<string, string>>): Keyword {
  return leading(means, { operands: [], words: others(objects) });
}

function others(means: Readonly<Record<string, string>>): Grammar["words"] {
  return Object.fromEntries(Object.entries(means).map(([name, meaning]) => [name, changing(meaning)]));
}

/** Makes the words of objects that wirework undoes */
function objects(name: string, means: Readonly<Record<string, string>>): Grammar["words"] {
  return verbs(NFT_VERBS[name] ?? {}, means);
}

const MADE = { table: "a table, which holds chains", chain: "a chain, which holds rules", rule: "a rule, at the end" };
const DELETED = { table: "a table, with everything in it", chain: "a chain", rule: "a rule" };

/** Its options and commands; none may be abbreviated */
export const NFT = grammar({
  lacks: "what to do: add, insert, create, delete, list",
  words: {
    ...OPTIONS,
    add: command("adds something", { ...objects("add", MADE), ...others(OTHERS) }),
    create: command("creates something, and fails if it exists", { ...objects("create", MADE), ...others(OTHERS) }),
    insert: command("adds something at the beginning", objects("insert", { rule: "a rule" })),
    replace: unreadCommand("replaces something", { rule: "a rule" }),
    delete: command("deletes something", { ...objects("delete", DELETED), ...others(OTHERS) }),
    destroy: unreadCommand("deletes something if it exists", { ...DELETED, ...OTHERS }),
    rename: unreadCommand("renames something", { chain: "a chain" }),
    flush: unreadCommand("empties something", {
      ruleset: "all tables",
      table: "the chains of a table",
      chain: "a chain",
      set: "a set",
      map: "a map",
      meter: "a meter",
    }),
    reset: changing("shows something, and sets its counters to 0"),
    import: changing("adds what export has printed"),
    list: leading(
      "shows them",
      grammar({
        operands: [several("what", "what to show: ruleset for all, or a table, chain or set by its name")],
        deed: asks("returns its tables, with their chains and rules"),
      }),
    ),
    get: leading("shows elements of a set", TEXT),
    monitor: leading("shows changes as they happen", TEXT),
    export: leading("prints all of them for another program", TEXT),
    describe: leading("shows the type of an expression", TEXT),
  },
  unread: (text) =>
    /\s/.test(text) ? "wirework reads the words of nft one by one: leave the quotes around all of them out" : null,
});
