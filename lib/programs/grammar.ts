/**
 * What is known of a program's words: one grammar, by which they are parsed and explained.
 *
 * @module
 */
import type { Verb } from "./verb.ts";

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
  /** Tells what a word means, where that depends on what is in it; `null` where `means` says all */
  readonly tells?: (text: string) => string | null;
  /** Gives what the program itself says of a word that it refuses; `null` of any other */
  readonly refuses?: (text: string) => string | null;
  /**
   * Whether an option may be there instead, or a keyword, or nothing; it stands in the option's own word only, as in
   * `--privileged=true`; or any word must follow, which is read by itself; otherwise it is always there
   */
  readonly needed?:
    "unless an option follows" | "unless a keyword follows" | "in the option's word" | "and read by itself";
  /** How many words of the kind may stand one after another, where it is not one */
  readonly times?: "any";
}

/** A word of the program's own: a verb, a keyword, an option */
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
  /** What reads all that follows: another grammar, a verb, another program's; `rest`: nobody here does */
  readonly leads?: Grammar | Verb | "command" | "rest";
  /** The grammar in its place where the word before it is one of these */
  readonly leadsBy?: Readonly<Record<string, Grammar>>;
  /** What the word itself has the kernel do */
  readonly deed?: Deed;
  /** Why nobody knows what undoes a line with it; goes on a sentence */
  readonly cannotUndo?: string;
  /** The page of the manual that has it: `ip-link(8)` */
  readonly manual?: string;
}

/** Which words there may be */
export interface Grammar {
  readonly words: Readonly<Record<string, Keyword>>;
  /** What any other words are, in order */
  readonly operands: readonly Parameter[];
  /** Divides the words anew, for a program that joins them first */
  readonly divide?: (words: readonly Word[]) => readonly Word[];
  /** Words that may stand before the first operand, and say which kind of thing it is: `blackhole` */
  readonly kinds?: Readonly<Record<string, string>>;
  /**
   * How a word with a hyphen before it is read, which is an option, known or not, and never an operand: as getopt_long(3) does,
   * with `-sf`, `-m0755`, `--mode=0755` and `--`; as pflag of Docker's client does, with `-p=80` and `--rm=true`, too; or, by a
   * program that has long names with one hyphen, each word for itself
   */
  readonly hyphens?: "getopt" | "pflag" | "alone";
  /** Whether only the word that nobody knows is left unread, as each other one says by itself what it is; not all that follows it */
  readonly unknown?: "alone";
  /** How the words after the operands are read, where those are not the last */
  readonly after?: Grammar | "command";
  /** What it does where no word has a deed */
  readonly deed?: Deed;
  /** What its sentences can't do without */
  readonly needs?: readonly Need[];
  /** Which word is missing where nothing is done yet: `what to do: start, stop` */
  readonly lacks?: string;
}

/** What must be said for a line to be whole */
export interface Need {
  /** Names of parameters, or options; any one will do */
  readonly anyOf: readonly string[];
  /** What is to be typed: `the folder` */
  readonly means: string;
}

/** What a line says, by the names of keywords and parameters; explain has the program's name under `program`, and its words as typed under `all` */
export type Said = Readonly<Record<string, string>>;

/** What takes something back: a line to type where the command itself was typed, or what else to do */
export type Back = { readonly type: string } | { readonly say: string };

/** What the kernel does, and what takes that back; `null` where nothing has changed */
export interface Deed {
  /** A sentence, or several */
  kernel(said: Said): string | readonly string[];
  back(said: Said): Back | null;
}
