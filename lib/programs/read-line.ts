import type { Context, Verb } from "./verb.ts";

/** A line, read up to its verb, which wirework knows */
export interface KnownLine {
  readonly verb: Verb;
  readonly context: Context;
  /** What is behind the verb */
  readonly words: readonly string[];
}

/**
 * Reads a line of a program up to its verb.
 *
 * @param enter what enters the network namespace that it runs in
 * @returns `null` of a line that changes nothing, or why wirework does not know what undoes it, which goes on a sentence
 */
export type ReadLine = (args: readonly string[], enter: readonly string[]) => KnownLine | string | null;
