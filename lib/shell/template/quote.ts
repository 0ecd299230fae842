/** Characters that no POSIX shell and no bash reads as anything but themselves, in any place of an argument. */
const PLAIN = /^[A-Za-z0-9_@%+=:,./-]+$/;

/** What bash reads as an assignment when it comes before the program: `A=b`, `A+=b`, `A[0]=b`. */
const ASSIGNMENT = /^[A-Za-z_][A-Za-z0-9_]*(?:\[[^\]]*\])?\+?=/;

/** The reserved words of bash(1), which are the first word of something other than a program. */
const RESERVED: ReadonlySet<string> = new Set(
  "! { } [[ ]] case coproc do done elif else esac fi for function if select then time until while".split(" "),
);

/** Whether a shell takes a first word for an assignment, as in `A=b program`. */
export function isAssignment(word: string): boolean {
  return ASSIGNMENT.test(word);
}

/** Whether a shell takes an unquoted first word for its own, as in `if` or `time`. */
export function isReserved(word: string): boolean {
  return RESERVED.has(word);
}

/**
 * The word as a person would type it to a shell: bare where that is safe, else in single quotes.
 * Safe in every place of a command, the first included.
 *
 * @see POSIX.1-2024, Shell Command Language, 2.2 "Quoting".
 *
 * @example
 * ```ts
 * import { quote } from "./quote.ts";
 * import { expect } from "bun:test";
 *
 * expect(quote("10.1.1.1/32")).toBe("10.1.1.1/32");
 * expect(quote("{{.State.Pid}}")).toBe("'{{.State.Pid}}'");
 * expect(quote("don't")).toBe(String.raw`'don'\''t'`);
 * expect(quote("A=b")).toBe("'A=b'");
 * ```
 */
export function quote(word: string): string {
  return isAssignment(word) || isReserved(word) ? singleQuoted(word) : quoteArgument(word);
}

/** Like {@linkcode quote}, for a word that does not come first: there, `A=b` and `time` are bare. */
export function quoteArgument(word: string): string {
  return isPlain(word) ? word : singleQuoted(word);
}

/** Whether the word means itself to a shell, unquoted, and is one word when a variable holds it. */
export function isPlain(word: string): boolean {
  return PLAIN.test(word);
}

/** A value for a place inside the author's `'…'`. */
export function insideSingle(value: string): string {
  return value.replaceAll("'", String.raw`'\''`);
}

/**
 * A value for a place inside the author's `"…"`.
 *
 * There `!` has no escape, but an interactive bash, into which people paste, would look it up in its
 * history: the quotes are changed for it.
 */
export function insideDouble(value: string): string {
  return value.replace(/["\\$`]/g, String.raw`\$&`).replace(/!+/g, `"'$&'"`);
}

function singleQuoted(word: string): string {
  return `'${insideSingle(word)}'`;
}
