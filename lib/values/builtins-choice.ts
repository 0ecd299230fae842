import { BadValue } from "./bad-value.ts";

/** Whether a program that we answer ourselves is ours, or the real one where it is installed */
export type BuiltinsChoice = "ours" | "real";

/** The variable that says it */
export const BUILTINS_VARIABLE = "WIREWORK_BUILTINS";

const WORDS: ReadonlyMap<string, BuiltinsChoice> = new Map([
  ["", "ours"],
  ["on", "ours"],
  ["off", "real"],
]);

/**
 * Reads `WIREWORK_BUILTINS`; where it is not set, it is empty.
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
