/**
 * Lines of JSON that end with a sum, which shows damage: flipped bits, lost lines, lines in another order.
 *
 * @module
 */
import { createHash } from "node:crypto";

/** The digits of a sum: enough against accidents, and short to read */
const DIGITS = 16;

const SEALED = new RegExp(`^(.*),"sum":"([0-9a-f]{${DIGITS}})"\\}$`, "s");

/** The sum before the first line */
export const NO_SUM = "";

/** A line without its sum, and that sum */
export interface Unsealed {
  readonly text: string;
  readonly sum: string;
}

/**
 * Appends a sum to a line: of the line, and of the sum of the line before it.
 *
 * @param text an object in JSON with at least one key
 *
 * @example
 * ```ts
 * import { NO_SUM, seal, unseal } from "./sealed.ts";
 * import { expect } from "bun:test";
 *
 * const line = seal('{"a":1}', NO_SUM);
 * expect(line).toMatch(/^\{"a":1,"sum":"[0-9a-f]{16}"\}$/);
 * expect(unseal(line, NO_SUM)?.text).toBe('{"a":1}');
 * expect(unseal(line.replace("1", "2"), NO_SUM)).toBeNull();
 * ```
 */
export function seal(text: string, before: string): string {
  return `${text.slice(0, -1)},"sum":"${sumOf(text, before)}"}`;
}

/** Returns a line without its sum; `null` when the sum is missing, or another's */
export function unseal(line: string, before: string): Unsealed | null {
  const [, head, sum] = SEALED.exec(line) ?? [];
  if (head === undefined || sum === undefined) return null;
  const text = `${head}}`;
  return sumOf(text, before) === sum ? { text, sum } : null;
}

/** Returns the sum at the end of a sealed line, unchecked; {@linkcode NO_SUM} for any other text */
export function lastSum(line: string): string {
  return SEALED.exec(line)?.[2] ?? NO_SUM;
}

function sumOf(text: string, before: string): string {
  return createHash("sha256").update(before).update(text).digest("hex").slice(0, DIGITS);
}
