/**
 * The verb that a command has, of those that wirework knows.
 *
 * @module
 */
import { brctlVerb } from "../../programs/brctl/verbs.ts";
import type { Word } from "../../programs/grammar.ts";
import { ownEntry, parse, type Parsed } from "../../programs/parse.ts";
import { readIpLine } from "../../programs/ip/line.ts";
import type { KnownLine } from "../../programs/read-line.ts";
import { PROGRAMS } from "../../programs/table.ts";
import type { Context, Verb } from "../../programs/verb.ts";
import type { Touch } from "../../resources/kinds.ts";
import { typed } from "./typed.ts";

/** A verb, its words, and where it runs */
export interface KnownVerb {
  readonly verb: Verb;
  readonly parsed: Parsed;
  /** As typed: what enters its namespace may be a variable of a script */
  readonly context: Context;
  /** What enters the namespace that its program runs in; `-n NAME` of its own enters another one from there */
  readonly outer: readonly string[];
}

/** Finds the verb of a command, also behind `sudo`, `ip netns exec` and `nsenter`; `null` where wirework knows none */
export function knownVerb(words: readonly Word[]): KnownVerb | null {
  const [first, ...rest] = words.map(({ text }) => text);
  const command = first === undefined ? null : typed([first, ...rest]);
  if (command === null || "kind" in command) return null;
  const { program, args, enter } = command;
  const outer = enter.map((text) => typedAs(words, text).typed);
  if (program === "brctl") {
    const verb = brctlVerb(args[0] ?? "--help");
    if (verb === null || typeof verb === "string") return null;
    const parsed = parse(verb.grammar, words.slice(words.length - args.length + 1));
    return { verb, parsed, context: { enter: outer, family: null }, outer };
  }
  const read = ownEntry(PROGRAMS, program)?.reads?.(args, enter) ?? null;
  if (read !== null && typeof read !== "string") return found(words, read, outer);
  const line = program === "ip" ? readIpLine(args, enter) : null;
  if (line === null || typeof line === "string" || line.known === null) return null;
  return found(words, { ...line, verb: line.known }, outer);
}

function found(words: readonly Word[], line: KnownLine, outer: readonly string[]): KnownVerb {
  const parsed = parse(line.verb.grammar, words.slice(words.length - line.words.length));
  const entered = line.context.enter.map((text) => typedAs(words, text).typed);
  return { verb: line.verb, parsed, context: { ...line.context, enter: entered }, outer };
}

/** Lists what a verb touches; or why wirework does not know */
export function touchesOf({ verb, parsed, context }: KnownVerb): readonly Touch[] | string {
  return verb.touches(parsed, context);
}

/** A word with a variable of a script stands there by that */
function typedAs(words: readonly Word[], text: string): Word {
  return words.find((word) => word.text === text) ?? { typed: text, text };
}
