/**
 * Words of a line, taken one after the other, as `ip` takes them.
 *
 * @module
 */

/** A word that only the real `ip` knows what to make of */
export class NotOurs extends Error {}

/** What a table has under a name; under `constructor`, as under all names that nobody gave it, it has nothing */
export function entryOf<Entry>(table: Readonly<Record<string, Entry>>, name: string): Entry | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** The words that are still to be read */
export class Words {
  #rest: readonly string[];

  constructor(words: readonly string[]) {
    this.#rest = words;
  }

  /** Whether there is one more */
  get has(): boolean {
    return this.#rest.length > 0;
  }

  /** Takes all that are left */
  rest(): readonly string[] {
    const rest = this.#rest;
    this.#rest = [];
    return rest;
  }

  /**
   * Takes the next one.
   *
   * @throws {NotOurs} when there is none, of which `ip` complains
   */
  next(): string {
    const [word] = this.#rest;
    if (word === undefined) throw new NotOurs();
    this.#rest = this.#rest.slice(1);
    return word;
  }

  /**
   * Takes the next one, which is a whole number in decimal digits.
   *
   * @throws {NotOurs} when it is written otherwise, or is larger than 32 bits with a sign hold
   */
  number(): number {
    return this.#upTo(0x7fff_ffff);
  }

  /**
   * Takes the next one, which is a whole number in decimal digits.
   *
   * @throws {NotOurs} when it is written otherwise, or is larger than 32 bits hold
   */
  unsigned(): number {
    return this.#upTo(0xffff_ffff);
  }

  /**
   * Takes the next one, which is a whole number in decimal digits.
   *
   * @throws {NotOurs} when it is written otherwise, or the limit or more
   */
  below(limit: number): number {
    return this.#upTo(limit - 1);
  }

  #upTo(most: number): number {
    const word = this.next();
    const number = Number(word);
    if (!/^(?:0|[1-9]\d{0,9})$/.test(word) || number > most) throw new NotOurs();
    return number;
  }

  /**
   * Takes the next one, which is one of these.
   *
   * @throws {NotOurs} when it is another one
   */
  oneOf<Choice extends string>(choices: readonly Choice[]): Choice {
    const word = this.next();
    const choice = choices.find((one) => one === word);
    if (choice === undefined) throw new NotOurs();
    return choice;
  }

  /**
   * Takes the next one, and what a table has under that name.
   *
   * @throws {NotOurs} when it has nothing
   */
  entryOf<Entry>(table: Readonly<Record<string, Entry>>): Entry {
    const entry = entryOf(table, this.next());
    if (entry === undefined) throw new NotOurs();
    return entry;
  }

  /**
   * Takes the next one and reads it as a value.
   *
   * @throws {NotOurs} when it is none, of which `ip` complains, or takes it for something else
   */
  value<Value>(parse: (word: string) => Value): Value {
    const word = this.next();
    try {
      return parse(word);
    } catch {
      throw new NotOurs();
    }
  }
}
