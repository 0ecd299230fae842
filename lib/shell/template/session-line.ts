/**
 * A line of a session, as the article prints it.
 *
 * @module
 */
import type { Streams } from "../../builtins/builtin.ts";
import type { Explained } from "../failure/cause.ts";
import type { Outcome } from "../outcome.ts";
import type { Command } from "./words.ts";

/** The origin of a command: a line of the article, or only its description there */
export type Speaker = "article" | "told";

/** The file that standard output is redirected to */
export interface Redirection {
  readonly operator: ">" | ">>";
  readonly file: string;
}

/** A line: one command, or several in a pipe */
export interface Line {
  /** The text as typed */
  readonly text: string;
  readonly commands: readonly [Command, ...Command[]];
  readonly redirection: Redirection | null;
  /**
   * The text that a program prints when it works, for one that keeps running; `null` for a line that is waited
   * for
   */
  readonly stays: string | null;
  readonly speaker: Speaker;
  /** The reason why it need not be undone; `null` when it must be */
  readonly irreversible: string | null;
  /** The recipe's name for the resulting value, or the article's for the container; `null` when there is none */
  readonly gives: string | null;
}

/** Receives each line before and after it runs */
export interface Announcer {
  announce(line: Line): void;
  /** Announces an assignment, as in the article's `pid=2778` */
  assign(name: string, word: string, speaker: Speaker): void;
  /** Receives a value that a command printed, and the recipe's name for it */
  named(name: string, word: string): void;
  finished(line: Line, outcome: Outcome): void;
  /** Receives a line typed at a prompt, and its output */
  typed(text: string, printed: string, prompt: string, speaker: Speaker): void;
}

/** Executes lines, or only pretends to */
export interface Performer {
  perform(line: Line): Promise<Outcome>;
  /** Runs one command line with these streams; returns its exit status */
  run(argv: readonly string[], streams: Streams): Promise<number>;
  /** Explains a command's failure by its message, as far as the host knows; `null` when it doesn't */
  explain(words: string, command: string): Explained | null;
  /** True when its answers are the real output of commands */
  readonly knows: boolean;
  /**
   * The spelling of unknown values: by name, as `$pid`, or by the article's sample; for the `variables` of a
   * script, containers have names too
   */
  readonly unknowns: "names" | "samples" | "variables";
}
