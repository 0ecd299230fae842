/**
 * How the words of a program are explained: tables, one a program, of what each word means and what it does.
 *
 * @module
 */
import type { Verb } from "../programs/verb.ts";

/** What a line says, by the names that its tables have for its words; under `all` it has the program's words as typed */
export type Said = Readonly<Record<string, string>>;

/** A word that stands for something: an interface's name, an address */
export interface Operand {
  /** What the table's own sentences call it */
  readonly name: string;
  /** What it means, as it stands there */
  tell(text: string): string;
  /** What the program itself says of a word that it refuses; `null` of any other */
  refuses(text: string): string | null;
  /**
   * Whether another word may be there instead, it stands in the same word only, as in `--privileged=true`, or any word must
   * follow, which is read by itself
   */
  readonly needed: "always" | "unless an option follows" | "never in a word of its own" | "read by itself";
  /** How many words of the kind may stand one after another */
  readonly times: "once" | "any";
}

/** What must be said for a line to be whole */
export interface Need {
  /** Names of operands, or options; any one will do */
  readonly anyOf: readonly string[];
  /** What is to be typed: `the folder` */
  readonly means: string;
}

/** What takes something back: a line to type where the command itself was typed, or what else to do */
export type Back = { readonly type: string } | { readonly say: string };

/** What the kernel does, and what takes that back; `null` where nothing has changed */
export interface Deed {
  /** A sentence, or several */
  kernel(said: Said): string | readonly string[];
  back(said: Said): Back | null;
}

/** A word with a meaning of its own: a verb, a keyword, an option */
export interface Word {
  readonly means: string;
  /** What follows it */
  readonly takes: readonly Operand[];
  /** The reading of all that follows: by another table, as the words of a verb, as a command of its own, or as before */
  readonly leads: Grammar | Verb | "command" | "on";
  readonly deed: Deed | null;
  /** The page of the manual that has it: `ip-link(8)` */
  readonly manual: string | null;
}

/** Which words there may be */
export interface Grammar {
  readonly words: Readonly<Record<string, Word>>;
  /** What any other words are, in order */
  readonly operands: readonly Operand[];
  /** How the words after the operands are read; `null` where those are the last */
  readonly after: Grammar | "command" | null;
  /** Whether the beginning of a word will do, as for `ip`: then the first one that begins so is meant */
  readonly shortens: "to any beginning" | "never";
  /** What it does where no word has a deed */
  readonly deed: Deed | null;
  /** What its sentences can't do without */
  readonly needs: readonly Need[];
  /** Which word is missing where nothing is done yet: `what to do: start, stop`; `null` where none is */
  readonly lacks: string | null;
}

/** Makes an operand; some words may mean something of their own there */
export function operand(name: string, means: string, values: Readonly<Record<string, string>> = {}): Operand {
  const tell = (text: string): string => (Object.hasOwn(values, text) ? (values[text] ?? means) : means);
  return { name, tell, refuses: () => null, needed: "always", times: "once" };
}

/** Makes one that may be missing before an option */
export function optional(...parts: Parameters<typeof operand>): Operand {
  return { ...operand(...parts), needed: "unless an option follows" };
}

/** Makes one of a word that may also stand alone: `--privileged`, `--privileged=true` */
export function attached(...parts: Parameters<typeof operand>): Operand {
  return { ...operand(...parts), needed: "never in a word of its own" };
}

/** Makes one for any word that must follow, and is read by itself */
export function following(...parts: Parameters<typeof operand>): Operand {
  return { ...operand(...parts), needed: "read by itself" };
}

/** Makes one that stands for all words that follow */
export function several(...parts: Parameters<typeof operand>): Operand {
  return { ...operand(...parts), times: "any" };
}

/** What must be there: `need("dev, and the interface", "link")` */
export function need(means: string, ...anyOf: readonly string[]): Need {
  return { anyOf, means };
}

/** That operands must be there, in their own words */
export function needing(...operands: readonly Operand[]): readonly Need[] {
  return operands.map(({ name, tell }) => need(tell(""), name));
}

/** Makes a word that only means something */
export function word(means: string, ...takes: readonly Operand[]): Word {
  return { means, takes, leads: "on", deed: null, manual: null };
}

/** Makes a word that does something, after which more words may follow */
export function doing(means: string, deed: Deed, ...takes: readonly Operand[]): Word {
  return { ...word(means, ...takes), deed };
}

/** Makes a word after which all is read by another table */
export function leading(means: string, leads: Grammar | Verb, manual: string | null = null): Word {
  return { ...word(means), leads, manual };
}

/** Makes a table */
export function grammar(parts: Partial<Grammar>): Grammar {
  return { words: {}, operands: [], after: null, shortens: "never", deed: null, needs: [], lacks: null, ...parts };
}

/** What changes nothing: a sentence of how the kernel answers */
export function asks(kernel: string): Deed {
  return { kernel: () => kernel, back: () => null };
}

/** What a line takes back */
export function deed(kernel: (said: Said) => string, back: (said: Said) => string): Deed {
  return { kernel, back: (said) => ({ type: back(said) }) };
}

/** What no line takes back: what to do instead */
export function oneWay(kernel: (said: Said) => string, say: string): Deed {
  return { kernel, back: () => ({ say }) };
}
