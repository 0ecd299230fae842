/**
 * `nft`: tables, chains and rules that packets meet.
 *
 * @module
 */
import { asks, grammar, leading, several, verbs, word } from "../grammar-parts.ts";
import { NFT_VERBS } from "./verbs.ts";

const ABOUT = "what it is about: table, chain, rule";

function objects(command: string, means: Readonly<Record<string, string>>) {
  return grammar({ lacks: ABOUT, words: verbs(NFT_VERBS[command] ?? {}, means) });
}

const MADE = { table: "a table: what holds chains", chain: "a chain: a list of rules", rule: "a rule, at the end" };

/** Its options and commands; none may be cut short */
export const NFT = grammar({
  lacks: "what to do: add, insert, create, delete, list",
  words: {
    "-a": word("prints the number of each rule"),
    "--handle": word("prints the number of each rule"),
    "-n": word("prints numbers, and no names"),
    "-s": word("prints nothing that was counted"),
    "-e": word("prints what it has added"),
    "-j": word("prints JSON"),
    add: leading("adds something", objects("add", MADE)),
    create: leading("adds something that is not there yet", objects("create", MADE)),
    insert: leading("adds something at the beginning", objects("insert", { rule: "a rule" })),
    delete: leading(
      "deletes something",
      objects("delete", { table: "a table, with all that is in it", chain: "a chain", rule: "a rule" }),
    ),
    list: leading(
      "shows them",
      grammar({
        operands: [several("what", "what to show: ruleset for all, or a table, chain or set by its name")],
        deed: asks("sends its tables, with their chains and rules"),
      }),
    ),
  },
});
