/**
 * A verb of a program: its words, the resources that it touches, and sentences about it.
 *
 * @module
 */
import type { Performance } from "./performance.ts";
import type { Entering } from "../resources/entering.ts";
import type { Touch } from "../resources/kinds.ts";
import type { Family } from "../values/address/family.ts";
import type { Grammar } from "./grammar.ts";
import type { Parsed } from "./parse.ts";

/** The namespace of a command, and those options of its program that matter */
export interface Context {
  /** The words that enter its network namespace */
  readonly enter: Entering;
  /** The family by `-4` and `-6`; `null` without either */
  readonly family: Family | null;
}

/** A verb */
export interface Verb {
  readonly grammar: Grammar;
  /** Lists what it touches, in the order of restoring; or says in a clause why that is unknown */
  touches(parsed: Parsed, context: Context): readonly Touch[] | string;
  /** Says what it changes, for a question to the user: `makes the veth pair A and B` */
  changes(parsed: Parsed): string;
  /** Says what the kernel does, in one sentence or more */
  kernel(parsed: Parsed): readonly string[];
  /** Lists the words that are missing */
  missing(parsed: Parsed): readonly string[];
  /**
   * Makes the performance of a line that wirework runs itself, in the place of the program.
   *
   * @throws {NotOurs} for a word that only the real program can read or refuse
   */
  perform?(parsed: Parsed, context: Context): Performance;
}
