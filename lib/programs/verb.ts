/**
 * A verb of a program: its words, what it touches, and what it says.
 *
 * @module
 */
import type { Performance } from "./performance.ts";
import type { Touch } from "../resources/kinds.ts";
import type { Family } from "../values/address/family.ts";
import type { Grammar } from "./grammar.ts";
import type { Parsed } from "./parse.ts";

/** Where a command runs, and which of its program's options matter */
export interface Context {
  /** What enters the network namespace; nothing on the host itself */
  readonly enter: readonly string[];
  /** As said by `-4` and `-6`; `null` where the line doesn't say */
  readonly family: Family | null;
}

/** A verb */
export interface Verb {
  readonly grammar: Grammar;
  /** What it touches, in the order in which that is brought back; or why nobody here knows, which goes on a sentence */
  touches(parsed: Parsed, context: Context): readonly Touch[] | string;
  /** What it changes, for who is asked before: `makes the veth pair A and B` */
  changes(parsed: Parsed): string;
  /** What the kernel does, a sentence each */
  kernel(parsed: Parsed): readonly string[];
  /** Which words are still to be typed */
  missing(parsed: Parsed): readonly string[];
  /**
   * Reads what wirework does itself, in the place of the program.
   *
   * @throws {NotOurs} at a word that only the real program knows what to make of, or to complain of
   */
  perform?(parsed: Parsed, context: Context): Performance;
}
