/**
 * What is known of a program's words: one grammar, by which they are parsed and explained.
 *
 * @module
 */

/** A word, as typed, and what it stands for once the shell has read it */
export interface Word {
  readonly typed: string;
  readonly text: string;
}

/** A word that stands for something: an interface's name, an address */
export interface Parameter {
  readonly name: string;
  readonly means: string;
  /** Words that mean something of their own there */
  readonly values?: Readonly<Record<string, string>>;
  /** Its type: reads the word as a value, or throws. Only those have one of which wirework performs the line itself */
  readonly reads?: (text: string) => unknown;
}

/** A word of the program's own */
export interface Keyword {
  readonly means: string;
  /** The words that follow it */
  readonly takes?: readonly Parameter[];
  /** A word that may stand before those, and what it means */
  readonly before?: Readonly<Record<string, string>>;
  /** Whether any beginning will do: iproute2's matches() */
  readonly short?: true;
  /** The word for which this is another one */
  readonly same?: string;
  /** Another grammar reads what follows, to the end; `rest`: nobody here does */
  readonly leads?: Grammar | "rest";
  /** The grammar in its place where the word before it is one of these */
  readonly leadsBy?: Readonly<Record<string, Grammar>>;
}

/** Which words there may be */
export interface Grammar {
  readonly words: Readonly<Record<string, Keyword>>;
  /** What any other words are, in order */
  readonly operands: readonly Parameter[];
  /** Words that may stand before the first operand, and say which kind of thing it is: `blackhole` */
  readonly kinds?: Readonly<Record<string, string>>;
}

/** A word, and what it means; `null` where nobody here knows it */
export interface Meaning {
  readonly word: string;
  readonly means: string | null;
}

/** A keyword, by its own name, with what follows it */
export interface Said {
  readonly name: string;
  readonly values: readonly string[];
}

/** A word and the parameter that it is for; a keyword that takes none is for itself, and there by its whole name */
export interface Term {
  readonly of: Parameter | null;
  readonly text: string;
}

/** Words, read */
export interface Parsed {
  /** What is said, by the names of keywords and parameters */
  readonly said: Readonly<Record<string, string>>;
  /** Keywords in their order */
  readonly order: readonly Said[];
  /** Words that say something, in their order, with what the shell has read of each */
  readonly terms: readonly Term[];
  readonly meanings: readonly Meaning[];
  /** The word from which on nobody here knows what is meant */
  readonly lost: string | null;
  /** What another grammar has read behind a keyword */
  readonly inner: Parsed | null;
  /** Which words are missing behind keywords: `after dev, the interface` */
  readonly missing: readonly string[];
}

/** Parses words; what the grammar does not have is left unread */
export function parse(grammar: Grammar, words: readonly Word[]): Parsed {
  return new Parser(grammar, words).parsed();
}

/** Makes words that are typed as they are meant */
export function plainWords(words: readonly string[]): readonly Word[] {
  return words.map((text) => ({ typed: text, text }));
}

class Parser {
  readonly #grammar: Grammar;
  readonly #words: readonly Word[];
  #at = 0;
  #operands = 0;
  readonly #said: Record<string, string> = {};
  readonly #order: Said[] = [];
  readonly #terms: Term[] = [];
  readonly #meanings: Meaning[] = [];
  readonly #missing: string[] = [];

  constructor(grammar: Grammar, words: readonly Word[]) {
    this.#grammar = grammar;
    this.#words = words;
  }

  parsed(): Parsed {
    for (let word = this.#words[0]; word !== undefined; word = this.#words[this.#at]) {
      const name = keywordOf(this.#grammar.words, word.text);
      const ended = name === null ? this.#operand(word) : this.#keyword(name, word);
      if (ended !== null) return ended;
    }
    return this.#result(null, null);
  }

  #result(lost: string | null, inner: Parsed | null): Parsed {
    const [said, order, terms] = [this.#said, this.#order, this.#terms];
    return { said, order, terms, meanings: this.#meanings, lost, inner, missing: this.#missing };
  }

  /** The result, where the keyword leads to another grammar */
  #keyword(name: string, { typed }: Word): Parsed | null {
    const keyword = ownEntry(this.#grammar.words, name);
    const { takes = [], same = name, before = {} } = keyword ?? {};
    this.#meanings.push({ word: typed, means: keyword?.means ?? null });
    this.#at++;
    const extra = this.#extra(before);
    const values = [...extra, ...takes.flatMap((parameter) => this.#take(parameter, typed))];
    if (takes.length === 0) {
      this.#said[same] ??= same;
      this.#terms.push({ of: null, text: same });
    }
    const leads = ownEntry(keyword?.leadsBy, this.#terms.at(-1)?.text) ?? keyword?.leads;
    if (leads === undefined) {
      this.#order.push({ name: same, values });
      return null;
    }
    const rest = this.#words.slice(this.#at);
    this.#order.push({ name: same, values: [...values, ...rest.map((word) => word.typed)] });
    if (leads === "rest") return this.#unread(rest);
    const inner = parse(leads, rest);
    this.#meanings.push(...inner.meanings);
    this.#missing.push(...inner.missing);
    return this.#result(inner.lost, inner);
  }

  #extra(before: Readonly<Record<string, string>>): readonly string[] {
    const word = this.#words[this.#at];
    const means = ownEntry(before, word?.text);
    if (word === undefined || means === undefined) return [];
    this.#meanings.push({ word: word.typed, means });
    this.#terms.push({ of: null, text: word.text });
    this.#at++;
    return [word.typed];
  }

  /** The result, where there are more operands than the grammar has */
  #operand(word: Word): Parsed | null {
    const kind = this.#operands === 0 ? ownEntry(this.#grammar.kinds, word.text) : undefined;
    if (kind !== undefined && this.#said["kind"] === undefined) {
      this.#said["kind"] = word.typed;
      this.#terms.push({ of: null, text: word.text });
      this.#meanings.push({ word: word.typed, means: kind });
      this.#at++;
    }
    const parameter = this.#grammar.operands[this.#operands++];
    if (parameter === undefined) return this.#unread(this.#words.slice(this.#at));
    this.#take(parameter, word.typed);
    return null;
  }

  #take(parameter: Parameter, after: string): readonly string[] {
    const word = this.#words[this.#at++];
    if (word === undefined) {
      this.#missing.push(`after ${after}, ${parameter.means}`);
      return [];
    }
    const { name, means, values = {} } = parameter;
    this.#said[name] = word.typed;
    this.#terms.push({ of: parameter, text: word.text });
    this.#meanings.push({
      word: word.typed,
      means: ownEntry(values, word.text) ?? means,
    });
    return [word.typed];
  }

  #unread(rest: readonly Word[]): Parsed {
    this.#meanings.push(...rest.map(({ typed }) => ({ word: typed, means: null })));
    return this.#result(rest[0]?.typed ?? null, null);
  }
}

/** Finds what a table has under a name; under `constructor`, as under all that nobody gave it, it has nothing */
export function ownEntry<Entry>(table: Readonly<Record<string, Entry>> = {}, name = ""): Entry | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Finds the keyword that a word is: itself, or else the first that begins so */
function keywordOf(words: Grammar["words"], text: string): string | null {
  if (text === "") return null;
  if (Object.hasOwn(words, text)) return text;
  return Object.entries(words).find(([name, { short }]) => short === true && name.startsWith(text))?.[0] ?? null;
}
