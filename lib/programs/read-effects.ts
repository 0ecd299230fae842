/**
 * The effects and the output of a command, by the table of programs.
 *
 * @module
 */
import { type Effect, effectsOf } from "./effect.ts";
import type { Word } from "./grammar.ts";
import { NOT_UNDONE } from "./not-undone.ts";
import { parse, plainWords } from "./parse.ts";
import { ownEntry } from "./parse/own-entry.ts";
import { PROGRAMS } from "./table.ts";

/**
 * Lists the effects of a command, as far as its words tell.
 *
 * @returns the effects, or a clause on why they are unknown or can't be undone; `null` for a program whose words
 * don't tell
 *
 * @example
 * ```ts
 * import { effectsOfCommand } from "./read-effects.ts";
 * import { expect } from "bun:test";
 *
 * expect(effectsOfCommand("mkdir", ["-p", "a/b"])).toEqual([{ kind: "folder", path: "a/b", levels: "all" }]);
 * expect(effectsOfCommand("kill", ["2778"])).toEqual(expect.any(String));
 * expect(effectsOfCommand("python3", [])).toBeNull();
 * ```
 */
export function effectsOfCommand(program: string, args: readonly string[]): readonly Effect[] | string | null {
  return effectsOfWords(program, plainWords(args));
}

/** Returns the output of a command; `null` when its words don't tell */
export function printedBy(name: string, args: readonly string[]): string | null {
  const program = ownEntry(PROGRAMS, name);
  return program?.prints?.(parse(program.grammar, plainWords(args))) ?? null;
}

/** Lists the effects of words, some of which may be typed as variables */
export function effectsOfWords(name: string, words: readonly Word[]): readonly Effect[] | string | null {
  const program = ownEntry(PROGRAMS, name);
  if (program?.effects === undefined) return ownEntry(NOT_UNDONE, name) ?? null;
  return effectsOf({ ...program, effects: program.effects }, name, parse(program.grammar, words));
}
