import { fill, type Filled } from "./fill.ts";
import type { Handle } from "./handle.ts";
import { lex } from "./lex.ts";
import { isAssignment, isReserved } from "./quote.ts";
import { refusal } from "./shell-syntax.ts";
import { refuse, shown, sourceOf } from "./source.ts";
import { spell } from "./spell.ts";
import { handlesIn } from "./value.ts";

/** A command: its argv, and the text that is announced, journalled and exported. */
export interface Command {
  /** The exact program and arguments. */
  readonly argv: readonly [string, ...string[]];
  /** The author's own text with the values filled in; a shell that reads it gets the same argv. */
  readonly text: string;
  /** The values that are handles. */
  readonly handles: readonly Handle[];
}

/**
 * Turns a template into a command, without a shell.
 *
 * The literal text is divided as a POSIX shell does. A `${value}` is data: never split, never read
 * again, in quotes or out of them, and what touches it belongs to the same word. An array that is a
 * word by itself gives a word for each of its items, and none if it is empty.
 *
 * Equivalent to: the command's `text`, typed to a POSIX shell in which the named values are set.
 *
 * @throws {TemplateError} if the literal text has anything that a shell would act on, or no program.
 * @throws {TypeError} if a value is not a {@linkcode Value}, or an array is only a part of a word.
 *
 * @example
 * ```ts
 * import { words } from "./words.ts";
 * import { expect } from "bun:test";
 *
 * const $ = (template: TemplateStringsArray, ...values: readonly string[]) => words(template, values);
 * const { argv, text } = $`ip addr add ${"10.1.1.1"}/32 dev ${"A B"}`;
 * expect(argv).toEqual(["ip", "addr", "add", "10.1.1.1/32", "dev", "A B"]);
 * expect(text).toBe("ip addr add 10.1.1.1/32 dev 'A B'");
 * ```
 */
export function words(template: TemplateStringsArray, values: readonly unknown[]): Command {
  const source = sourceOf(template.raw);
  const filled = fill(source, lex(source), values);
  const [program, ...rest] = argvOf(filled);
  if (program === undefined) {
    refuse(source, 0, "it has no command", shown(source));
  }
  checkProgram(source, program);
  return { argv: [program, ...rest], text: textOf(filled), handles: handlesIn(values) };
}

function argvOf(filled: readonly Filled[]): readonly string[] {
  const argv: string[] = [];
  let isInWord = false;
  for (const token of filled) {
    if (token.kind === "list") {
      argv.push(...token.pieces.map(({ text }) => text));
    }
    isInWord &&= token.kind !== "blank";
    if (token.kind !== "literal" && token.kind !== "piece") continue;
    const text = token.kind === "literal" ? token.text : token.piece.text;
    argv.push(isInWord ? `${argv.pop()}${text}` : text);
    isInWord = true;
  }
  return argv;
}

/** Joins tokens from the last to the first, because a variable's spelling depends on the text after it. */
function textOf(filled: readonly Filled[]): string {
  return filled.reduceRight((following, token) => textOfToken(token, following) + following, "");
}

function textOfToken(token: Filled, following: string): string {
  if (token.kind === "piece") {
    return spell(token.piece, token.quoting, following);
  }
  if (token.kind === "list") {
    return token.pieces.map((piece) => spell(piece, "none", "")).join(" ");
  }
  return token.raw;
}

/** Refuses a first word that a shell would not read as a program. */
function checkProgram(source: string, program: string): void {
  if (program === "") {
    refuse(source, 0, "a program's name cannot be empty", program);
  }
  if (program === "!") refuse(source, 0, refusal(program), program);
  if (isAssignment(program)) {
    refuse(source, 0, "a shell reads an assignment there; put env before it", program);
  }
  if (isReserved(program)) {
    refuse(source, 0, "a shell reads its own keyword there; for a program of that name, put env before it", program);
  }
}
