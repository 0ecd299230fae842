/**
 * Reads the words of a program by its tables.
 *
 * @module
 */
import { parse } from "../programs/grammar.ts";
import type { Verb } from "../programs/verb.ts";
import { type Deed, grammar, type Grammar, type Operand, type Said, type Word } from "./grammar.ts";
import type { TypedWord } from "./typed-line.ts";

/** What is missing after a program that only runs others */
const COMMAND = "the command to run";

/** A word and its meaning; `null` where nobody here knows it */
export interface Meaning {
  readonly word: string;
  readonly means: string | null;
}

/** A program's words, read */
export interface Reading {
  readonly meanings: readonly Meaning[];
  readonly said: Said;
  /** In the order of their words */
  readonly deeds: readonly Deed[];
  readonly manuals: readonly string[];
  /** A command that the program runs; empty where it runs none */
  readonly inner: readonly TypedWord[];
  /** Which words are missing for the line to be whole */
  readonly missing: readonly string[];
  /** What the program itself says of words that it refuses */
  readonly refused: readonly string[];
  /** The word from which on nobody here knows what is meant; `null` where all is known, but for options */
  readonly lost: string | null;
}

/** Reads the words that follow a program's name */
export function readWords(grammar: Grammar, words: readonly TypedWord[]): Reading {
  const reader = new Reader(grammar, words);
  reader.readAll();
  return reader;
}

class Reader implements Reading {
  readonly meanings: Meaning[] = [];
  readonly said: Record<string, string> = {};
  readonly deeds: Deed[] = [];
  readonly manuals: string[] = [];
  readonly missing: string[] = [];
  readonly refused: string[] = [];
  inner: readonly TypedWord[] = [];
  lost: string | null = null;
  #grammar: Grammar;
  /** How many operands of the table have been read */
  #operands = 0;
  #rest: readonly TypedWord[];
  /** Operands whose word is there, and that are not */
  readonly #missed = new Set<string>();

  /** The last table that a word has led to: what is done where no word says it, and what must be said */
  #verb: Grammar;

  constructor(grammar: Grammar, words: readonly TypedWord[]) {
    this.#grammar = grammar;
    this.#verb = grammar;
    this.said["all"] = words.map(({ typed }) => typed).join(" ");
    this.#rest = words;
  }

  readAll(): void {
    for (let next = this.#take(); next !== undefined; next = this.#take()) this.#read(next);
    if (this.lost !== null) return void this.deeds.splice(0);
    const { deed, needs, lacks } = this.#verb;
    if (this.deeds.length === 0 && this.inner.length === 0) {
      if (deed !== null) this.deeds.push(deed);
      else if (lacks !== null && this.missing.length === 0) this.missing.push(lacks);
    }
    const unsaid = needs.filter(({ anyOf }) =>
      anyOf.every((name) => !this.#missed.has(name) && this.said[name] === undefined),
    );
    this.missing.unshift(...unsaid.map(({ means }) => means));
  }

  #read(given: TypedWord): void {
    const found = wordIn(this.#grammar, given.text);
    if (found !== null) return this.#readWord(given, ...found);
    const [, name, value] = /^(--?[\w-]+)=(.*)$/s.exec(given.text) ?? [];
    const option = name === undefined ? null : wordIn(this.#grammar, name);
    const operand = option?.[1].takes[0];
    if (option !== null && value !== undefined && operand !== undefined) {
      this.#say(option);
      if (value === "") this.#miss(given, operand);
      else this.#hear(operand, value);
      this.#tell(given, `${option[1].means}: ${operand.tell(value)}`);
      return;
    }
    const cluster = /^-[A-Za-z]{2,}$/.test(given.text) ? this.#cluster(given.text) : null;
    if (cluster !== null) {
      for (const letter of cluster) this.#say(letter);
      this.#tell(given, cluster.map(([, { means }]) => means).join("; "));
      return;
    }
    this.#readOperand(given);
  }

  #readWord(given: TypedWord, name: string, word: Word): void {
    this.#tell(given, word.means);
    this.#say([name, word]);
    for (const operand of word.takes) {
      const value = this.#isThere(operand, name) ? this.#take() : undefined;
      if (value !== undefined) this.#tellOperand(value, operand);
      else if (this.#isMissing(operand)) this.#miss(given, operand);
    }
    if (word.leads === "command") {
      [this.inner, this.#rest] = [this.#rest, []];
      if (this.inner.length === 0 && this.missing.length === 0) this.missing.push(COMMAND);
    } else if (word.leads !== "on" && "touches" in word.leads) {
      this.#readVerb(word.leads);
    } else if (word.leads !== "on") {
      this.#goOnWith(word.leads);
      this.#verb = word.leads;
    }
  }

  /** Reads the words of a verb; what the line does follows from what the verb touches */
  #readVerb(verb: Verb): void {
    const parsed = parse(verb.grammar, this.#rest);
    this.meanings.push(...parsed.meanings);
    this.missing.push(...parsed.missing);
    if (parsed.lost === null && parsed.missing.length === 0) this.missing.push(...verb.missing(parsed));
    this.lost = parsed.lost;
    this.#rest = [];
    this.#verb = grammar({});
  }

  #isMissing({ needed }: Operand): boolean {
    return needed === "always" || (needed === "read by itself" && this.#rest.length === 0);
  }

  #miss({ typed }: TypedWord, { name, tell }: Operand): void {
    this.#missed.add(name);
    this.missing.push(`after ${typed}, ${tell("")}`);
  }

  /** What follows an option is none of the program's own options: `iptables -A -j DROP` has no chain */
  #isThere({ needed }: Operand, after: string): boolean {
    const next = this.#rest[0]?.text ?? "-";
    const isOption = /^(?:-|!$)/.test(next);
    if (needed === "unless an option follows") return !isOption;
    return needed === "always" && !(isOption && after.startsWith("-") && Object.hasOwn(this.#grammar.words, next));
  }

  /** What was said, and what it does; of a word that others belong to, those say it */
  #say([name, { takes, leads, deed, manual }]: readonly [string, Word]): void {
    const isWhole = takes.every(({ needed }) => needed === "never in a word of its own");
    if (isWhole && leads === "on") this.said[name] = name;
    if (deed !== null) this.deeds.push(deed);
    if (manual !== null) this.manuals.push(manual);
  }

  #readOperand(given: TypedWord): void {
    const { operands, after } = this.#grammar;
    const isOption = given.text.startsWith("-") && given.text !== "-";
    if (after === "command" && !isOption && this.#operands === operands.length) {
      [this.inner, this.#rest] = [[given, ...this.#rest], []];
      return;
    }
    const last = operands.at(-1);
    const operand = operands[this.#operands] ?? (last?.times === "any" ? last : undefined);
    if (isOption && (operand === undefined || !isFree(operand))) return this.#tell(given, null);
    if (operand === undefined) return this.#loseTheWay(given);
    this.#operands++;
    this.#tellOperand(given, operand);
    if (after !== null && after !== "command" && this.#operands === operands.length) this.#goOnWith(after);
  }

  /** What follows an unknown verb may mean anything */
  #loseTheWay(given: TypedWord): void {
    this.lost = given.typed;
    for (const unknown of [given, ...this.#rest]) this.#tell(unknown, null);
    this.#rest = [];
  }

  #goOnWith(grammar: Grammar): void {
    this.#grammar = grammar;
    this.#operands = 0;
  }

  #tellOperand(given: TypedWord, operand: Operand): void {
    const before = this.said[operand.name];
    this.#hear(operand, given.text);
    this.said[operand.name] = before === undefined ? given.typed : `${before} ${given.typed}`;
    this.#tell(given, operand.tell(given.text));
  }

  #hear({ name, refuses }: Operand, value: string): void {
    this.said[name] = value;
    const refusal = refuses(value);
    if (refusal !== null) this.refused.push(refusal);
  }

  #tell({ typed }: TypedWord, means: string | null): void {
    this.meanings.push({ word: typed, means });
  }

  /** Several options of one letter in one word, all of which are known and take nothing */
  #cluster(text: string): readonly (readonly [string, Word])[] | null {
    const letters = text
      .slice(1)
      .split("")
      .map((letter) => wordIn(this.#grammar, `-${letter}`));
    const known = letters.filter((found) => found !== null && found[1].takes.length === 0);
    return known.length === letters.length ? known.filter((found) => found !== null) : null;
  }

  #take(): TypedWord | undefined {
    const [first, ...rest] = this.#rest;
    this.#rest = rest;
    return first;
  }
}

/** Whether an operand is any text at all, hyphens included, as the words of `echo` */
function isFree({ name }: Operand): boolean {
  return name === "text";
}

function wordIn({ words, shortens }: Grammar, text: string): readonly [string, Word] | null {
  const exact = Object.hasOwn(words, text) ? words[text] : undefined;
  if (exact !== undefined) return [text, exact];
  if (shortens === "never" || text === "") return null;
  return Object.entries(words).find(([name]) => name.startsWith(text)) ?? null;
}
