/** Expectations for messages that are worded elsewhere. */
import { expect } from "bun:test";

/** Matches a message that contains these values in this order, however it is worded */
export function naming(...values: readonly (string | number)[]): string {
  // bun's own types do the same: a matcher stands where a string is expected
  return expect.stringMatching(pattern(values)) as unknown as string;
}

/** Returns the pattern for `toMatch` */
export function pattern(values: readonly (string | number)[]): RegExp {
  return new RegExp(values.map((value) => wholly(String(value))).join("[^]*?"));
}

/** Matches a whole value: 25 is not in 255 */
function wholly(value: string): string {
  const begin = /^\w/.test(value) ? "(?<![\\w.])" : "";
  const end = /\w$/.test(value) ? "(?!\\w)" : "";
  return begin + value.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&") + end;
}
