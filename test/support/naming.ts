/**
 * What tests expect of a message that isn't theirs to word.
 */
import { expect } from "bun:test";

/** Matches a message that has these values in it, in this order, however it is worded */
export function naming(...values: readonly (string | number)[]): string {
  // As bun's own types have it: it stands where a string is expected
  return expect.stringMatching(pattern(values)) as unknown as string;
}

/** Matches the same in a text, as of a `toMatch` */
export function pattern(values: readonly (string | number)[]): RegExp {
  return new RegExp(values.map((value) => wholly(String(value))).join("[^]*?"));
}

/** 25 is not in 255 */
function wholly(value: string): string {
  const begin = /^\w/.test(value) ? "(?<![\\w.])" : "";
  const end = /\w$/.test(value) ? "(?!\\w)" : "";
  return begin + value.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&") + end;
}
