/**
 * Parses the words of a program by its grammar.
 *
 * @module
 */
import type { Deed, Grammar, Keyword, Only, Parameter, Word } from "./grammar.ts";
import { meaningOf } from "./grammar-parts.ts";
import { type OptionInWord, optionsInWord } from "./option-word.ts";
import type { Verb } from "./verb.ts";

/** The missing word after a program that only runs others */
const COMMAND = "the command to run";

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
  const parser = new Parser(grammar, grammar.divide?.(words) ?? words);
  parser.parse();
  return parser;
}

/** Makes words whose text is exactly what was typed */
export function plainWords(words: readonly string[]): readonly Word[] {
  return words.map((text) => ({ typed: text, text }));
}

class Parser implements Parsed {
  readonly said: Record<string, string> = {};
  readonly order: SaidKeyword[] = [];
  readonly terms: Term[] = [];
  readonly meanings: Meaning[] = [];
  readonly belongs: (string | null)[] = [];
  readonly missing: string[] = [];
  readonly refused: string[] = [];
  readonly deeds: Deed[] = [];
  readonly manuals: string[] = [];
  lost: string | null = null;
  fault: Fault | null = null;
  only: Only | null = null;
  inner: Parsed | null = null;
  verb: ReadVerb | null = null;
  command: readonly Word[] = [];
  readonly #whole: Grammar;
  #grammar: Grammar;
  #rest: readonly Word[];
  /** The number of operands parsed so far */
  #operands = 0;
  /** The keyword that is being parsed */
  #keyword: string | null = null;
  /** True once `--` has ended the options */
  #isPastOptions = false;
  /** Parameters that are missing after their keyword */
  readonly #missed = new Set<string>();

  constructor(grammar: Grammar, words: readonly Word[]) {
    this.#whole = grammar;
    this.#grammar = grammar;
    this.#rest = words;
  }

  parse(): void {
    for (let next = this.#next(); next !== undefined; next = this.#next()) this.#read(next);
    if (this.lost !== null) return void this.deeds.splice(0);
    if (this.inner !== null) return;
    const { deed, needs = [], lacks } = this.#whole;
    if (this.deeds.length === 0 && this.command.length === 0) {
      if (deed !== undefined) this.deeds.push(deed);
      else if (lacks !== undefined && this.missing.length === 0) this.missing.push(lacks);
    }
    const unsaid = needs.filter(({ anyOf }) =>
      anyOf.every((name) => !this.#missed.has(name) && this.said[name] === undefined),
    );
    this.missing.unshift(...unsaid.map(({ means }) => means));
  }

  #read(given: Word): void {
    this.#keyword = null;
    const { hyphens } = this.#grammar;
    if (this.#isPastOptions && given.text.startsWith("-")) return this.#readOperand(given);
    const found = keywordIn(this.#grammar, given.text);
    if (found !== null) return this.#readKeyword(given, ...found);
    if ((hyphens === "getopt" || hyphens === "pflag") && given.text === "--") {
      this.#isPastOptions = true;
      return this.#tell(given, "the options end here");
    }
    const options = this.#optionsIn(given.text);
    if (options === null) this.#readOperand(given);
    else this.#readOptions(given, options);
  }

  #optionsIn(text: string): readonly OptionInWord[] | null {
    const { hyphens } = this.#grammar;
    if (hyphens === undefined) return null;
    return hyphens === "alone" ? valuedOption(this.#grammar, text) : optionsInWord(this.#grammar, text);
  }

  #readKeyword(given: Word, name: string, keyword: Keyword): void {
    const { means, takes = [], same = name, before = {} } = keyword;
    this.#keyword = same;
    this.#tell(given, means);
    this.#say(name, keyword);
    const extra = this.#readExtra(before);
    const values = [...extra, ...takes.flatMap((parameter) => this.#take(parameter, given, name))];
    if (isSwitch(keyword)) this.terms.push({ of: null, text: same });
    const leads = ownEntry(keyword.leadsBy, this.terms.at(-1)?.text) ?? keyword.leads;
    const rest = leads === undefined ? [] : this.#rest.map(({ typed }) => typed);
    this.order.push({ name: same, values: [...values, ...rest] });
    if (leads === "command") this.#readCommand();
    else if (leads === "rest") this.#loseTheWay(this.#rest);
    else if (leads !== undefined && "touches" in leads) this.#readVerb(leads);
    else if (leads !== undefined) this.#readInner(leads);
  }

  #readCommand(): void {
    [this.command, this.#rest] = [this.#rest, []];
    if (this.command.length === 0 && this.missing.length === 0) this.missing.push(COMMAND);
  }

  #readVerb(verb: Verb): void {
    const parsed = this.#readInner(verb.grammar);
    this.verb = { verb, parsed };
    if (parsed.lost === null && parsed.missing.length === 0) this.missing.push(...verb.missing(parsed));
  }

  #readInner(grammar: Grammar): Parsed {
    const inner = parse(grammar, this.#rest);
    this.#rest = [];
    this.inner = inner;
    this.lost = inner.lost;
    this.verb = inner.verb;
    this.command = inner.command;
    this.only ??= inner.only;
    this.meanings.push(...inner.meanings);
    this.belongs.push(...inner.belongs);
    this.missing.push(...inner.missing);
    this.refused.push(...inner.refused);
    this.deeds.push(...inner.deeds);
    this.manuals.push(...inner.manuals);
    return inner;
  }

  #readExtra(before: Readonly<Record<string, string>>): readonly string[] {
    const word = this.#rest[0];
    const means = ownEntry(before, word?.text);
    if (word === undefined || means === undefined) return [];
    this.#tell(word, means);
    this.terms.push({ of: null, text: word.text });
    this.#next();
    return [word.typed];
  }

  /** Parses the word of a parameter, after a keyword */
  #take(parameter: Parameter, after: Word, name: string): readonly string[] {
    const word = this.#isThere(parameter, name) ? this.#next() : undefined;
    if (word === undefined) {
      if (!this.#isMissing(parameter)) return [];
      this.#miss(after, parameter);
      this.#fail(after, "without its value");
      return [];
    }
    this.#readParameter(word, parameter);
    return [word.typed];
  }

  /**
   * Reports whether a word can be an option's value. It can't be another option: `iptables -A -j DROP` has no chain. Docker's
   * client takes any word
   */
  #isThere({ needed }: Parameter, after: string): boolean {
    if (needed === undefined && this.#grammar.hyphens === "pflag") return this.#rest.length > 0;
    if (needed === "unless a keyword follows") return this.#rest.length > 0 && !this.#isKeywordNext();
    const next = this.#rest[0]?.text ?? "-";
    const isOption = /^(?:-|!$)/.test(next);
    if (needed === "unless an option follows") return !isOption;
    return needed === undefined && !(isOption && after.startsWith("-") && Object.hasOwn(this.#grammar.words, next));
  }

  #isKeywordNext(): boolean {
    return keywordIn(this.#grammar, this.#rest[0]?.text ?? "") !== null;
  }

  #isMissing({ needed }: Parameter): boolean {
    return needed === undefined || (needed === "and read by itself" && this.#rest.length === 0);
  }

  #miss({ typed }: Word, parameter: Parameter): void {
    this.#missed.add(parameter.name);
    this.missing.push(`after ${typed}, ${meaningOf(parameter, "")}`);
  }

  /** Records that a value is empty: `--name=`. Docker's client takes it */
  #missInWord(given: Word, parameter: Parameter): void {
    this.#miss(given, parameter);
    if (this.#grammar.hyphens === "pflag") this.terms.push({ of: parameter, text: "" });
  }

  #fail({ text }: Word, is: Fault["is"]): void {
    this.fault ??= { word: text, is, terms: this.terms.length };
  }

  /** Records a keyword and its deed; a keyword with parameters is recorded by those */
  #say(name: string, keyword: Keyword): void {
    const { same = name, leads, deed, manual, only } = keyword;
    if (isSwitch(keyword) && leads === undefined) this.said[same] ??= same;
    if (deed !== undefined) this.deeds.push(deed);
    if (manual !== undefined) this.manuals.push(manual);
    if (only !== undefined) this.only = only;
  }

  /** Parses options that share a word, or stand in one with their value */
  #readOptions(given: Word, options: readonly OptionInWord[]): void {
    const means = options.map((option) => {
      this.#keyword = option.keyword.same ?? option.name;
      return this.#readOption(given, option);
    });
    this.#tell(given, means.join("; "));
    const last = options.at(-1);
    if (last === undefined) return;
    const { takes = [] } = last.keyword;
    const left = last.value === null ? takes : takes.slice(1);
    const values = left.flatMap((parameter) => this.#take(parameter, given, last.name));
    const order = options.map(({ name, keyword: { same = name }, value }) => ({
      name: same,
      values: value === null ? [] : [value],
    }));
    for (const said of order)
      this.order.push(said === order.at(-1) ? { ...said, values: [...said.values, ...values] } : said);
  }

  /** Parses one of these options, and returns its meaning */
  #readOption(given: Word, { name, keyword, value }: OptionInWord): string {
    const { means, same = name, takes: [first] = [] } = keyword;
    this.#say(name, keyword);
    if (value === null || first === undefined) {
      if (isSwitch(keyword)) this.terms.push({ of: null, text: same });
      return means;
    }
    if (value === "") this.#missInWord(given, first);
    else this.#hear(first, value);
    return `${means}: ${meaningOf(first, value)}`;
  }

  #readOperand(given: Word): void {
    const { operands, after, hyphens, kinds = {} } = this.#grammar;
    const kind = this.#operands === 0 ? ownEntry(kinds, given.text) : undefined;
    if (kind !== undefined && this.said["kind"] === undefined) return this.#readKind(given, kind);
    const isOption = hyphens !== undefined && !this.#isPastOptions && given.text.startsWith("-") && given.text !== "-";
    if (after === "command" && !isOption && this.#operands === operands.length) {
      [this.command, this.#rest] = [[given, ...this.#rest], []];
      return;
    }
    const last = operands.at(-1);
    const parameter = operands[this.#operands] ?? (last?.times === "any" ? last : undefined);
    if (isOption && (parameter === undefined || !isFree(parameter))) return this.#refuse(given);
    if (parameter === undefined && this.#grammar.unknown === "alone") return this.#loseOne(given);
    if (parameter === undefined) return this.#loseTheWay([given, ...this.#rest]);
    this.#operands++;
    this.#readParameter(given, parameter);
    if (after !== undefined && after !== "command" && this.#operands === operands.length) {
      this.#grammar = after;
      this.#operands = 0;
    }
  }

  /** Parses a word that gives the kind of the next one, which would otherwise be an operand itself */
  #readKind(given: Word, means: string): void {
    this.said["kind"] = given.typed;
    this.terms.push({ of: null, text: given.text });
    this.#tell(given, means);
    const parameter = this.#grammar.operands[this.#operands++];
    const next = parameter === undefined ? undefined : this.#next();
    if (parameter === undefined) return;
    if (next === undefined) this.#miss(given, parameter);
    else this.#readParameter(next, parameter);
  }

  #refuse(given: Word): void {
    this.#fail(given, "unknown");
    this.#tell(given, null);
  }

  #loseOne(given: Word): void {
    this.lost ??= given.typed;
    this.#tell(given, null);
  }

  /** Gives up: words after an unknown word may mean anything */
  #loseTheWay(rest: readonly Word[]): void {
    this.#keyword = null;
    this.lost = rest[0]?.typed ?? null;
    for (const unknown of rest) this.#tell(unknown, null);
    this.#rest = [];
  }

  #readParameter(given: Word, parameter: Parameter): void {
    const before = parameter.times === "any" ? this.said[parameter.name] : undefined;
    this.#hear(parameter, given.text);
    this.said[parameter.name] = before === undefined ? given.typed : `${before} ${given.typed}`;
    this.#tell(given, meaningOf(parameter, given.text));
  }

  #hear(parameter: Parameter, value: string): void {
    const { name, refuses } = parameter;
    this.said[name] = value;
    this.terms.push({ of: parameter, text: value });
    const refusal = refuses?.(value) ?? null;
    if (refusal !== null) this.refused.push(refusal);
  }

  #tell({ typed }: Word, means: string | null): void {
    this.meanings.push({ word: typed, means });
    this.belongs.push(this.#keyword);
  }

  #next(): Word | undefined {
    const [first, ...rest] = this.#rest;
    this.#rest = rest;
    return first;
  }
}

/** Reports whether a keyword is complete without any word after it */
function isSwitch({ takes = [] }: Keyword): boolean {
  return takes.every(({ needed }) => needed === "in the option's word");
}

/** Reports whether a parameter takes any text, hyphens included, like the words of `echo` */
function isFree({ name }: Parameter): boolean {
  return name === "text";
}

/** Returns a table's own entry; inherited names such as `constructor` have none */
export function ownEntry<Entry>(table: Readonly<Record<string, Entry>> = {}, name = ""): Entry | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Finds the keyword of a word: an exact match, or else the first with that beginning */
function keywordIn({ words }: Grammar, text: string): readonly [string, Keyword] | null {
  const exact = ownEntry(words, text);
  if (exact !== undefined) return [text, exact];
  if (text === "") return null;
  // iproute2 treats two hyphens as one
  const beginning = text.replace(/^--(?=.)/, "-");
  return shortened(words).find(([name]) => name.startsWith(beginning)) ?? null;
}

/** Splits an option that may be abbreviated, and has its value in the same word: `-col=never` */
function valuedOption(grammar: Grammar, text: string): readonly OptionInWord[] | null {
  const [, beginning = "", value = ""] = /^(-[^=]+)=(.*)$/s.exec(text) ?? [];
  const [name, keyword] = keywordIn(grammar, beginning) ?? [];
  if (name === undefined || keyword?.takes?.[0]?.needed !== "in the option's word") return null;
  return [{ name, keyword, value }];
}

/** The words of each grammar that may be abbreviated, cached because each unknown word looks them up */
const short = new WeakMap<Grammar["words"], readonly (readonly [string, Keyword])[]>();

function shortened(words: Grammar["words"]): readonly (readonly [string, Keyword])[] {
  const known = short.get(words) ?? Object.entries(words).filter(([, keyword]) => keyword.short === true);
  short.set(words, known);
  return known;
}
