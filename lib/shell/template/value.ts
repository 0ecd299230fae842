import { Handle } from "./handle.ts";

/** A value in `${…}`: text, a finite number, a handle, or an array of these. */
export type Value = string | number | Handle | readonly Value[];

/** A word, or part of a word, from a value. */
export interface Piece {
  /** Its text in the argv. */
  readonly text: string;
  /** The shell variable that stands for it in the announced text, or null. */
  readonly spelling: string | null;
}

/**
 * Splits a value into pieces, arrays flattened.
 *
 * The types refuse everything else already; this refuses what comes from `JSON.parse`, a cast, or plain
 * JavaScript. Nothing duck-typed passes: `{ raw: "…" }` and `{ stdout: "…" }` are objects.
 *
 * @param where the value's place in error messages, such as `value 2 of $\`ip link …\``.
 * @throws {TypeError} if the value, or one within it, is not a {@linkcode Value}, or cannot be in an argv (a
 * NUL, half a surrogate pair, a number that is not finite).
 */
export function flatten(value: unknown, where: string): readonly Piece[] {
  if (Array.isArray(value)) {
    // Array.from visits the holes of a sparse array as well; map would skip them.
    const items: readonly unknown[] = Array.from(value);
    return items.flatMap((item, index) => flatten(item, `item ${index + 1} of ${where}`));
  }
  if (Handle.is(value)) {
    return [{ text: encodable(value.word(), where), spelling: value.spelling() }];
  }
  if (typeof value === "string") {
    return [{ text: encodable(value, where), spelling: null }];
  }
  if (typeof value === "number" && Number.isFinite(value)) {
    return [{ text: String(value), spelling: null }];
  }
  throw new TypeError(`Cannot use ${describe(value)} as ${where}: ${remedy(value)}`);
}

/** Collects the handles in values, arrays flattened. */
export function handlesIn(values: readonly unknown[]): readonly Handle[] {
  return values.flatMap((value) => {
    if (Array.isArray(value)) return handlesIn(value);
    return Handle.is(value) ? [value] : [];
  });
}

/**
 * Refuses text that no argument can contain: the kernel ends an argument at its first NUL (execve(2)), and
 * UTF-8 has no lone surrogates.
 */
function encodable(text: string, where: string): string {
  if (text.includes("\0")) {
    throw new TypeError(`Cannot use ${JSON.stringify(text)} as ${where}: an argument cannot hold NUL`);
  }
  if (!text.isWellFormed()) {
    throw new TypeError(`Cannot use ${JSON.stringify(text)} as ${where}: UTF-8 cannot encode half a surrogate pair`);
  }
  return text;
}

function describe(value: unknown): string {
  if (isPromise(value)) return "a promise";
  if (typeof value === "object" && value !== null) {
    return value.constructor === Object ? "an object" : `an object (${value.constructor?.name ?? "no class"})`;
  }
  if (typeof value === "function" || typeof value === "symbol") {
    return `a ${typeof value}`;
  }
  return typeof value === "bigint" ? `the bigint ${value}` : String(value);
}

function remedy(value: unknown): string {
  if (isPromise(value)) return "forgot await?";
  if (typeof value === "boolean") {
    return 'for an option, write ${on ? ["--option"] : []}';
  }
  if (typeof value === "number") return "the number must be finite";
  return "a value is a string, a number, a handle, or an array of these";
}

function isPromise(value: unknown): boolean {
  return typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";
}
