/**
 * A line of a session, as the article prints it.
 *
 * @module
 */
import type { Streams } from "../../builtins/builtin.ts";
import type { Explained } from "../failure/cause.ts";
import type { Outcome } from "../outcome.ts";
import type { Command } from "./words.ts";

/** Who says a command: the article, in a line of its own, or in its words only */
export type Speaker = "article" | "told";

/** Where the standard output goes, when not to the reader */
export interface Redirection {
  readonly operator: ">" | ">>";
  readonly file: string;
}

/** A line of commands: one, or several in a pipe */
export interface Line {
  /** As typed, to the letter */
  readonly text: string;
  readonly commands: readonly [Command, ...Command[]];
  readonly redirection: Redirection | null;
  /** Of a program that stays, what it prints once it does its work; `null` of a line that is waited for */
  readonly stays: string | null;
  readonly speaker: Speaker;
  /** Why it need not be taken back; `null` when it must */
  readonly irreversible: string | null;
  /** What the recipe calls the value, or the article the container, that comes out of it; `null` when nothing does */
  readonly gives: string | null;
}

/** Who is told of each line before it runs, and after */
export interface Announcer {
  announce(line: Line): void;
  /** A shell variable that is set, as in the article's `pid=2778` */
  assign(name: string, word: string, speaker: Speaker): void;
  /** A value that a command printed, and what the recipe calls it */
  named(name: string, word: string): void;
  finished(line: Line, outcome: Outcome): void;
  /** A line that was typed at a prompt, and what it printed */
  typed(text: string, printed: string, prompt: string, speaker: Speaker): void;
}

/** The last station: does what a line says, or only answers as if */
export interface Performer {
  perform(line: Line): Promise<Outcome>;
  /** Runs one command line with these streams; its exit status */
  run(argv: readonly string[], streams: Streams): Promise<number>;
  /** What it means that a command, as typed, failed with these words, as far as its host knows; `null` when nobody does */
  explain(words: string, command: string): Explained | null;
  /** Whether what it answers is what the commands printed */
  readonly knows: boolean;
  /**
   * How a value is written that it doesn't know: by its name, as `$pid`, or by the article's sample of it; as `variables` of
   * a script, containers too have names
   */
  readonly unknowns: "names" | "samples" | "variables";
}
