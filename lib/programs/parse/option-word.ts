/**
 * Options that share a word, or stand in one with their value: getopt_long(3), and pflag of Docker's client.
 *
 * @module
 */
import type { Grammar, Keyword } from "../grammar.ts";
import { keywordIn } from "./find-keyword.ts";
import { ownEntry } from "./own-entry.ts";

/** An option in a word */
export interface OptionInWord {
  readonly name: string;
  readonly keyword: Keyword;
  /** Its value, if that stands in the same word */
  readonly value: string | null;
}

/**
 * Splits a word of options that stand together, or with a value: `-sf`, `-pm0755`, `--mode=0755`.
 *
 * Long names must be given in full: the unique abbreviations depend on the program's version.
 *
 * @returns `null` when the word has an option that the grammar does not know
 *
 * @example
 * ```ts
 * import { MKDIR } from "../files/mkdir.ts";
 * import { optionsInWord } from "./option-word.ts";
 * import { expect } from "bun:test";
 *
 * expect(optionsInWord(MKDIR.grammar, "-pm0755")).toMatchObject([
 *   { name: "-p", value: null },
 *   { name: "-m", value: "0755" },
 * ]);
 * expect(optionsInWord(MKDIR.grammar, "-px")).toBeNull();
 * ```
 */
export function optionsInWord(grammar: Grammar, text: string): readonly OptionInWord[] | null {
  if (grammar.hyphens === undefined) return null;
  if (grammar.hyphens === "alone") return valuedOption(grammar, text);
  const [, name = "", value] = /^(--?[\w-]+)=(.*)$/s.exec(text) ?? [];
  const keyword = ownEntry(grammar.words, name);
  if (value !== undefined && keyword !== undefined && (keyword.takes ?? []).length > 0 && name.length > 2)
    return [{ name, keyword, value }];
  return /^-[^-]./s.test(text) ? cluster(grammar, text) : null;
}

function cluster(grammar: Grammar, text: string): readonly OptionInWord[] | null {
  const options: OptionInWord[] = [];
  for (let at = 1; at < text.length; at++) {
    const name = `-${text.charAt(at)}`;
    const keyword = ownEntry(grammar.words, name);
    if (keyword === undefined) return null;
    const value = valueIn(grammar, keyword, text.slice(at + 1));
    options.push({ name, keyword, value });
    if (value !== null) break;
  }
  return options;
}

/** Returns the value after a letter in the same word; `null` when more letters follow, or nothing */
function valueIn({ hyphens }: Grammar, { takes: [first] = [] }: Keyword, rest: string): string | null {
  if (rest === "" || first === undefined) return null;
  if (hyphens === "pflag" && rest.length > 1 && rest.startsWith("=")) return rest.slice(1);
  return hyphens === "pflag" && first.needed === "in the option's word" ? null : rest;
}

/** Splits an option that may be abbreviated, and has its value in the same word: `-col=never` */
function valuedOption(grammar: Grammar, text: string): readonly OptionInWord[] | null {
  const [, beginning = "", value = ""] = /^(-[^=]+)=(.*)$/s.exec(text) ?? [];
  const [name, keyword] = keywordIn(grammar, beginning) ?? [];
  if (name === undefined || keyword?.takes?.[0]?.needed !== "in the option's word") return null;
  return [{ name, keyword, value }];
}
