/**
 * Parses the words of a program by its grammar.
 *
 * @module
 */
import type { Deed, Grammar, Only, Parameter, Word } from "./grammar.ts";
import { keywordIn } from "./parse/find-keyword.ts";
import { parsedOnce } from "./parse/last-lines.ts";
import { optionsInWord } from "./parse/option-word.ts";
import { parseKeyword } from "./parse/parse-keyword.ts";
import { parseOperand } from "./parse/parse-operand.ts";
import { parseOptions } from "./parse/parse-options.ts";
import { ParserState } from "./parse/parser-state.ts";
import type { ParsedSoFar } from "./parse/parsed-so-far.ts";
import type { Verb } from "./verb.ts";

/** A word and its meaning; `null` when wirework does not know it */
export interface Meaning {
  readonly word: string;
  readonly means: string | null;
}

/** A keyword, by its own name, with the values after it */
export interface SaidKeyword {
  readonly name: string;
  readonly values: readonly string[];
}

/** A word and its parameter; for a keyword that takes none, its full name and no parameter */
export interface Term {
  readonly of: Parameter | null;
  readonly text: string;
}

/** An option at which a program stops that refuses what it does not know */
export interface Fault {
  /** The word that has it */
  readonly word: string;
  readonly is: "unknown" | "without its value";
  /** The number of terms before it */
  readonly terms: number;
}

/** A verb, and its words */
export interface ReadVerb {
  readonly verb: Verb;
  readonly parsed: Parsed;
}

/** Parsed words */
export interface Parsed {
  /** Values by the names of keywords and parameters */
  readonly said: Readonly<Record<string, string>>;
  /** Keywords in their order */
  readonly order: readonly SaidKeyword[];
  /** Words with a value, in their order, with the text that the shell made of each */
  readonly terms: readonly Term[];
  readonly meanings: readonly Meaning[];
  /** The keyword of each of those words; `null` for operands and unknown words */
  readonly belongs: readonly (string | null)[];
  /** The first word that could not be parsed; the words after it are lost, too */
  readonly lost: string | null;
  /** The first of the options that are unknown or lack their value; `null` for none */
  readonly fault: Fault | null;
  /** The words that another grammar parsed, after a keyword */
  readonly inner: Parsed | null;
  /** The verb that parsed all words after a keyword */
  readonly verb: ReadVerb | null;
  /** A command that the program runs; empty when it runs none */
  readonly command: readonly Word[];
  /** Words that are missing for a complete line: `after dev, the interface` */
  readonly missing: readonly string[];
  /** The program's own errors for words that it refuses */
  readonly refused: readonly string[];
  /** Deeds in the order of their words */
  readonly deeds: readonly Deed[];
  readonly manuals: readonly string[];
  /** Set where the command changes nothing */
  readonly only: Only | null;
}

/** Parses words; those that the grammar does not have stay unparsed */
export function parse(grammar: Grammar, words: readonly Word[]): Parsed {
  return parsedOnce(grammar, words, parseAnew);
}

/** Makes words whose text is exactly what was typed */
export function plainWords(words: readonly string[]): readonly Word[] {
  return words.map((text) => ({ typed: text, text }));
}

function parseAnew(grammar: Grammar, words: readonly Word[]): Parsed {
  const state = new ParserState(grammar, grammar.divide?.(words) ?? words, parseAnew);
  for (let next = state.next(); next !== undefined; next = state.next()) parseWord(state, next);
  finish(grammar, state.soFar);
  return state.soFar;
}

/** Parses a word, with those that belong to it */
function parseWord(state: ParserState, given: Word): void {
  const { grammar, soFar } = state;
  soFar.keyword = null;
  if (state.isPastOptions && given.text.startsWith("-")) return parseOperand(state, given);
  const found = keywordIn(grammar, given.text);
  if (found !== null) return parseKeyword(state, given, found);
  if ((grammar.hyphens === "getopt" || grammar.hyphens === "pflag") && given.text === "--") {
    state.isPastOptions = true;
    return soFar.tell(given, "the options end here");
  }
  const options = optionsInWord(grammar, given.text);
  if (options === null) parseOperand(state, given);
  else parseOptions(state, given, options);
}

/** Finds what is missing, and what a line does in which no word does anything */
function finish({ deed, needs = [], lacks }: Grammar, soFar: ParsedSoFar): void {
  const { deeds, missing, missed, said } = soFar;
  if (soFar.lost !== null) return void deeds.splice(0);
  if (soFar.inner !== null) return;
  if (deeds.length === 0 && soFar.command.length === 0) {
    if (deed !== undefined) deeds.push(deed);
    else if (lacks !== undefined && missing.length === 0) missing.push(lacks);
  }
  const unsaid = needs.filter(({ anyOf }) => anyOf.every((name) => !missed.has(name) && said[name] === undefined));
  missing.unshift(...unsaid.map(({ means }) => means));
}
