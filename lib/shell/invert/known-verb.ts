/**
 * The verb that a command has, of those that wirework knows.
 *
 * @module
 */
import type { Word } from "../../programs/grammar.ts";
import { ownEntry } from "../../programs/parse.ts";
import type { KnownLine } from "../../programs/read-line.ts";
import { PROGRAMS } from "../../programs/table.ts";
import type { Touch } from "../../resources/kinds.ts";
import { typed } from "./typed.ts";

/** A verb, its words, and where it runs; as typed: what enters its namespace may be a variable of a script */
export interface KnownVerb extends KnownLine {
  /** What enters the namespace that its program runs in; `-n NAME` of its own enters another one from there */
  readonly outer: readonly string[];
}

/** Finds the verb of a command, also behind `sudo`, `ip netns exec` and `nsenter`; `null` where wirework knows none */
export function knownVerb(words: readonly Word[]): KnownVerb | null {
  const [first, ...rest] = words.map(({ text }) => text);
  const command = first === undefined ? null : typed([first, ...rest]);
  if (command === null || "kind" in command) return null;
  const { program, args, enter } = command;
  const outer = enter.map((text) => typedAs(words, text));
  const line = ownEntry(PROGRAMS, program)?.reads?.(words.slice(words.length - args.length), outer) ?? null;
  return line === null || typeof line === "string" ? null : { ...line, outer };
}

/** Lists what a verb touches; or why wirework does not know */
export function touchesOf({ verb, parsed, context }: KnownLine): readonly Touch[] | string {
  return verb.touches(parsed, context);
}

/** A word with a variable of a script stands there by that */
function typedAs(words: readonly Word[], text: string): string {
  return words.find((word) => word.text === text)?.typed ?? text;
}
