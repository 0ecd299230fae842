/**
 * The verb of a command, if wirework knows it.
 *
 * @module
 */
import type { Word } from "../../programs/grammar.ts";
import { ownEntry } from "../../programs/parse/own-entry.ts";
import type { KnownLine } from "../../programs/read-line.ts";
import { PROGRAMS } from "../../programs/table.ts";
import type { Entering } from "../../resources/entering.ts";
import type { Touch } from "../../resources/kinds.ts";
import { typed } from "./typed.ts";

/** A verb, its words, and its namespace, as typed: a script's variable may name the namespace */
export interface KnownVerb extends KnownLine {
  /** The words that enter the namespace of its program, from which `-n NAME` enters another */
  readonly outer: Entering;
}

/** Finds the verb of a command, also behind `sudo`, `ip netns exec` and `nsenter`; `null` for an unknown one */
export function knownVerb(words: readonly Word[]): KnownVerb | null {
  const [first, ...rest] = words.map(({ text }) => text);
  const command = first === undefined ? null : typed([first, ...rest]);
  if (command === null || "kind" in command) return null;
  const { program, args, enter } = command;
  const outer = enteringAs(words, enter);
  const line = ownEntry(PROGRAMS, program)?.reads?.(words.slice(words.length - args.length), outer) ?? null;
  return line === null || typeof line === "string" ? null : { ...line, outer };
}

/** Lists what a verb touches, or says why that is unknown */
export function touchesOf({ verb, parsed, context }: KnownLine): readonly Touch[] | string {
  return verb.touches(parsed, context);
}

/** Enters a namespace by words as typed; only a run can tell where the variables of a script lead */
export function enteringAs(words: readonly Word[], enter: Entering): Entering {
  const typedWords = enter.words.map((text) => typedAs(words, text));
  if (typedWords.every((word, at) => word === enter.words[at])) return enter;
  const isWord = enter.name !== null && enter.words.includes(enter.name);
  return { words: typedWords, file: null, name: isWord ? typedAs(words, enter.name) : null };
}

/** Returns a word as typed, with a script's variable instead of its value */
function typedAs(words: readonly Word[], text: string): string {
  return words.find((word) => word.text === text)?.typed ?? text;
}
