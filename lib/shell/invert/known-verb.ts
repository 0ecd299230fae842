/**
 * The verb of a command, if wirework knows it.
 *
 * @module
 */
import type { Word } from "../../programs/grammar.ts";
import { ownEntry } from "../../programs/parse.ts";
import type { KnownLine } from "../../programs/read-line.ts";
import { PROGRAMS } from "../../programs/table.ts";
import type { Touch } from "../../resources/kinds.ts";
import { typed } from "./typed.ts";

/** A verb, its words, and its namespace, as typed: a script's variable may name the namespace */
export interface KnownVerb extends KnownLine {
  /** The words that enter the namespace of its program, from which `-n NAME` enters another */
  readonly outer: readonly string[];
}

/** Finds the verb of a command, also behind `sudo`, `ip netns exec` and `nsenter`; `null` for an unknown one */
export function knownVerb(words: readonly Word[]): KnownVerb | null {
  const [first, ...rest] = words.map(({ text }) => text);
  const command = first === undefined ? null : typed([first, ...rest]);
  if (command === null || "kind" in command) return null;
  const { program, args, enter } = command;
  const outer = enter.map((text) => typedAs(words, text));
  const line = ownEntry(PROGRAMS, program)?.reads?.(words.slice(words.length - args.length), outer) ?? null;
  return line === null || typeof line === "string" ? null : { ...line, outer };
}

/** Lists what a verb touches, or says why that is unknown */
export function touchesOf({ verb, parsed, context }: KnownLine): readonly Touch[] | string {
  return verb.touches(parsed, context);
}

/** Returns a word as typed, with a script's variable instead of its value */
function typedAs(words: readonly Word[], text: string): string {
  return words.find((word) => word.text === text)?.typed ?? text;
}
