import { BadValue } from "./bad-value.ts";

/**
 * Decides who runs a program that wirework implements itself: the builtin, or the real program where it is installed
 */
export type BuiltinsChoice = "ours" | "real";

/** The environment variable of that choice */
export const BUILTINS_VARIABLE = "WIREWORK_BUILTINS";

const WORDS: ReadonlyMap<string, BuiltinsChoice> = new Map([
  ["", "ours"],
  ["on", "ours"],
  ["off", "real"],
]);

/**
 * Parses `WIREWORK_BUILTINS`, which is empty when it is not set.
 *
 * @throws {BadValue} when it is neither `on` nor `off`
 *
 * @example
 * ```ts
 * import { parseBuiltinsChoice } from "./builtins-choice.ts";
 * import { expect } from "bun:test";
 *
 * expect(parseBuiltinsChoice("off")).toBe("real");
 * expect(() => parseBuiltinsChoice("no")).toThrow(RangeError);
 * ```
 */
export function parseBuiltinsChoice(text: string): BuiltinsChoice {
  const choice = WORDS.get(text);
  if (choice !== undefined) return choice;
  throw new BadValue({ value: text, kind: BUILTINS_VARIABLE, reason: "it is on or off", tryThis: "off" });
}
