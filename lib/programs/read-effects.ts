/**
 * Effects of a command, and what it prints, by the table of programs.
 *
 * @module
 */
import { type Effect, effectsOf } from "./effect.ts";
import type { Word } from "./grammar.ts";
import { NOT_UNDONE } from "./not-undone.ts";
import { ownEntry, parse, plainWords } from "./parse.ts";
import { PROGRAMS } from "./table.ts";

/**
 * Lists what a command does, as far as its words say it.
 *
 * @returns or why wirework does not know, or why nothing undoes it, which goes on a sentence; `null` of a program whose words do
 * not tell what it does
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

/** Reads what a command prints; `null` where its words don't tell */
export function printedBy(name: string, args: readonly string[]): string | null {
  const program = ownEntry(PROGRAMS, name);
  return program?.prints?.(parse(program.grammar, plainWords(args))) ?? null;
}

/** Lists the same of words of which some may be typed otherwise than they are meant */
export function effectsOfWords(name: string, words: readonly Word[]): readonly Effect[] | string | null {
  const program = ownEntry(PROGRAMS, name);
  if (program?.effects === undefined) return ownEntry(NOT_UNDONE, name) ?? null;
  return effectsOf({ ...program, effects: program.effects }, name, parse(program.grammar, words));
}
