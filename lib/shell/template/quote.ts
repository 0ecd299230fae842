/** Characters that every POSIX shell and bash read literally, anywhere in an argument. */
const PLAIN = /^[A-Za-z0-9_@%+=:,./-]+$/;

/** A word that bash reads as an assignment before the program: `A=b`, `A+=b`, `A[0]=b`. */
const ASSIGNMENT = /^[A-Za-z_][A-Za-z0-9_]*(?:\[[^\]]*\])?\+?=/;

/** The reserved words of bash(1), which begin something other than a simple command. */
const RESERVED: ReadonlySet<string> = new Set(
  "! { } [[ ]] case coproc do done elif else esac fi for function if select then time until while".split(" "),
);

/** Reports whether a shell reads a first word as an assignment, as in `A=b program`. */
export function isAssignment(word: string): boolean {
  return ASSIGNMENT.test(word);
}

/** Reports whether a shell reads an unquoted first word as its own, as in `if` or `time`. */
export function isReserved(word: string): boolean {
  return RESERVED.has(word);
}

/**
 * Quotes a word as a person would for a shell: bare where that is safe, else in single quotes. The result is
 * safe anywhere in a command, even in the first place.
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

/** Quotes a word that does not come first: `A=b` and `time` stay bare. */
export function quoteArgument(word: string): string {
  return isPlain(word) ? word : singleQuoted(word);
}

/** Reports whether a shell reads the unquoted word literally, also from a variable. */
export function isPlain(word: string): boolean {
  return PLAIN.test(word);
}

/** Escapes a value within the author's `'…'`. */
export function insideSingle(value: string): string {
  return value.replaceAll("'", String.raw`'\''`);
}

/**
 * Escapes a value within the author's `"…"`.
 *
 * There `!` has no escape, and an interactive bash, into which people paste, would look it up in its history:
 * the quotes are changed for it.
 */
export function insideDouble(value: string): string {
  return value.replace(/["\\$`]/g, String.raw`\$&`).replace(/!+/g, `"'$&'"`);
}

function singleQuoted(word: string): string {
  return `'${insideSingle(word)}'`;
}
