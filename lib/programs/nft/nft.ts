/**
 * `nft`: tables, chains and rules that filter packets.
 *
 * @module
 */
import { asks, grammar, leading, several, verbs, word } from "../grammar-parts.ts";
import { NFT_VERBS } from "./verbs.ts";

const ABOUT = "an object: table, chain, rule";

function objects(command: string, means: Readonly<Record<string, string>>) {
  return grammar({ lacks: ABOUT, words: verbs(NFT_VERBS[command] ?? {}, means) });
}

const MADE = { table: "a table, which holds chains", chain: "a chain, which holds rules", rule: "a rule, at the end" };

/** Its options and commands; none may be abbreviated */
export const NFT = grammar({
  lacks: "what to do: add, insert, create, delete, list",
  words: {
    "-a": word("prints the handle of each rule"),
    "--handle": word("prints the handle of each rule"),
    "-n": word("prints numbers in place of names"),
    "-s": word("leaves counters out"),
    "-e": word("prints what it added"),
    "-j": word("prints JSON"),
    add: leading("adds something", objects("add", MADE)),
    create: leading("adds something, and fails if it exists", objects("create", MADE)),
    insert: leading("adds something at the beginning", objects("insert", { rule: "a rule" })),
    delete: leading(
      "deletes something",
      objects("delete", { table: "a table, with everything in it", chain: "a chain", rule: "a rule" }),
    ),
    list: leading(
      "shows them",
      grammar({
        operands: [several("what", "what to show: ruleset for all, or a table, chain or set by its name")],
        deed: asks("returns its tables, with their chains and rules"),
      }),
    ),
  },
});
