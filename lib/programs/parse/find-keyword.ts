/**
 * Finds the keywords of a grammar, also by their beginnings.
 *
 * @module
 */
import type { Grammar, Keyword } from "../grammar.ts";
import { ownEntry } from "./own-entry.ts";

/** A keyword, with its own name */
export type NamedKeyword = readonly [name: string, keyword: Keyword];

/** Finds the keyword of a word: an exact match, or else the first with that beginning */
export function keywordIn({ words }: Grammar, text: string): NamedKeyword | null {
  const exact = ownEntry(words, text);
  if (exact !== undefined) return [text, exact];
  if (text === "") return null;
  // iproute2 treats two hyphens as one
  const beginning = text.replace(/^--(?=.)/, "-");
  return shortened(words).find(([name]) => name.startsWith(beginning)) ?? null;
}

/** Reports whether a keyword is complete without any word after it */
export function isSwitch({ takes = [] }: Keyword): boolean {
  return takes.every(({ needed }) => needed === "in the option's word");
}

/** The words of each grammar that may be abbreviated, cached because each unknown word looks them up */
const short = new WeakMap<Grammar["words"], readonly NamedKeyword[]>();

function shortened(words: Grammar["words"]): readonly NamedKeyword[] {
  const known = short.get(words) ?? Object.entries(words).filter(([, keyword]) => keyword.short === true);
  short.set(words, known);
  return known;
}
