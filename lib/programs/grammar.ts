/**
 * The grammar of a program: its words, by which lines are parsed and explained.
 *
 * @module
 */
import type { Verb } from "./verb.ts";

/** A word as typed, and its text once the shell has removed the quotes */
export interface Word {
  readonly typed: string;
  readonly text: string;
}

/** A word that names something: an interface, an address */
export interface Parameter {
  readonly name: string;
  readonly means: string;
  /** Words with a meaning of their own in this place */
  readonly values?: Readonly<Record<string, string>>;
  /**
   * Parses the word as a value of its type, or throws. Only parameters of lines that wirework performs itself have one
   */
  readonly reads?: (text: string) => unknown;
  /** Returns the meaning of a word, where it depends on the text; `null` where `means` is enough */
  readonly tells?: (text: string) => string | null;
  /** Returns the program's own error for a word that it refuses, otherwise `null` */
  readonly refuses?: (text: string) => string | null;
  /**
   * Set when the word may be missing. Then an option, a keyword or nothing may stand in its place; or it only counts in
   * the option's own word, as in `--privileged=true`; or any word must follow, which is parsed on its own as well.
   */
  readonly needed?:
    "unless an option follows" | "unless a keyword follows" | "in the option's word" | "and read by itself";
  /** Set when several words of the kind may follow one another */
  readonly times?: "any";
}

/** The kind of a program or command that changes nothing, whatever its words */
export type Only = "looks" | "prints" | "waits";

/** A word of the program's own: a verb, a keyword, an option */
export interface Keyword {
  readonly means: string;
  /** Words that follow it */
  readonly takes?: readonly Parameter[];
  /** Words that may stand before those, with their meanings */
  readonly before?: Readonly<Record<string, string>>;
  /** Set when any beginning is enough: iproute2's matches() */
  readonly short?: true;
  /** The keyword for which this is another spelling */
  readonly same?: string;
  /** The parser of all words after it: another grammar, a verb, or the program that they run; `rest` for none */
  readonly leads?: Grammar | Verb | "command" | "rest";
  /** Other grammars, used when the word before is one of these */
  readonly leadsBy?: Readonly<Record<string, Grammar>>;
  /** The effect of the word itself on the kernel */
  readonly deed?: Deed;
  /** The reason why the undo of a line with it is unknown, as a clause */
  readonly cannotUndo?: string;
  /** Set for a command, or an option, with which a line changes nothing, whatever else it says */
  readonly only?: Only;
  /** Its manual page: `ip-link(8)` */
  readonly manual?: string;
}

/** The words that a program takes */
export interface Grammar {
  readonly words: Readonly<Record<string, Keyword>>;
  /** The meaning of all other words, in order */
  readonly operands: readonly Parameter[];
  /** Divides the words anew, for a program that joins them first */
  readonly divide?: (words: readonly Word[]) => readonly Word[];
  /** Words that may stand before the first operand to give its kind: `blackhole` */
  readonly kinds?: Readonly<Record<string, string>>;
  /**
   * The parser of words that begin with a hyphen. They are options, known or not, and never operands: as
   * getopt_long(3) does it, with `-sf`, `-m0755`, `--mode=0755` and `--`; as pflag of Docker's client does, which also
   * has `-p=80` and `--rm=true`; or each word alone, for programs whose long names have one hyphen.
   */
  readonly hyphens?: "getopt" | "pflag" | "alone";
  /**
   * Set when a word in the place of an object or a verb may change something though it is unknown here: says in a clause
   * why it is not read, or returns `null` when there is no such reason. Without it, the program refuses unknown objects
   */
  readonly unread?: (text: string) => string | null;
  /** Set when an unknown word leaves the words after it readable, as each explains itself */
  readonly unknown?: "alone";
  /** The parser of the words after the operands, when more may follow */
  readonly after?: Grammar | "command";
  /** The effect of a line in which no word has one */
  readonly deed?: Deed;
  /** Names without which a line is incomplete */
  readonly needs?: readonly Need[];
  /** The word that is missing as long as nothing is done: `what to do: start, stop` */
  readonly lacks?: string;
}

/** A thing that a line must name */
export interface Need {
  /** Names of parameters or options; one of them is enough */
  readonly anyOf: readonly string[];
  /** The words to type: `the folder` */
  readonly means: string;
}

/** The values in a line, by the names of keywords and parameters; `explain` adds the program's name as `program`, and the typed words as `all` */
export type Said = Readonly<Record<string, string>>;

/** An undo: a line to type in the same place as the command, or something else to do */
export type Back = { readonly type: string } | { readonly say: string };

/** The effect on the kernel, and its undo; `null` when nothing changed */
export interface Deed {
  /** Says what the kernel does, in one sentence or several */
  kernel(said: Said): string | readonly string[];
  back(said: Said): Back | null;
}
