import { DefaultsFileError } from "./defaults-file-error.ts";
import type { Rule } from "./shell-rules.ts";
import { NO_TEXT, QUOTED, UNQUOTED } from "./shell-rules.ts";

/** A part of a word: text, or a variable's name, quoted or not */
export interface Part {
  readonly kind: "text" | "variable";
  readonly isQuoted: boolean;
  readonly text: string;
}

/** A word of a command, on a line counted from 1; `raw` is its source text */
export interface Word {
  readonly line: number;
  readonly raw: string;
  readonly parts: readonly Part[];
}

const BLANKS = /(?:[ \t]|\\\n)+/y;
const COMMENT = /#[^\n]*/y;
const SEPARATOR = /[;\n]/y;

/**
 * Parses a shell script of simple commands into commands and their words, with quotes, escapes, comments and
 * continued lines as `sh` reads them. Source: POSIX.1-2017, Shell Command Language, 2.2 to 2.6.
 *
 * @throws {DefaultsFileError} at the first thing that isn't part of a simple command of plain words and
 * variables
 */
export function shellCommands(script: string): readonly (readonly Word[])[] {
  for (const { found, what } of NO_TEXT) {
    const position = script.indexOf(found);
    if (position !== -1) throw refused(script, position, found, what);
  }
  const commands: Word[][] = [];
  let words: Word[] = [];
  let position = 0;
  while (position < script.length) {
    const skipped = matchAt(BLANKS, script, position) ?? matchAt(COMMENT, script, position);
    const separator = matchAt(SEPARATOR, script, position);
    if (separator === ";" && words.length === 0) {
      throw refused(script, position, ";", "a separator with no command before it");
    }
    if (separator !== null) {
      commands.push(words);
      words = [];
    } else if (skipped === null) {
      words.push(readWord(script, position));
    }
    position += (separator ?? skipped ?? words.at(-1)?.raw ?? "").length;
  }
  return [...commands, words].filter((command) => command.length > 0);
}

/** Returns the line of a string index, counted from 1 */
function lineAt(script: string, position: number): number {
  return script.slice(0, position).split("\n").length;
}

function readWord(script: string, start: number): Word {
  const parts: Part[] = [];
  let position = start;
  let quoteStart: number | null = null;
  while (quoteStart !== null || !endsWord(script, position)) {
    const isQuoted: boolean = quoteStart !== null;
    const { rule, found, text } = nextPiece(script, position, isQuoted ? QUOTED : UNQUOTED);
    if (rule === null) throw refused(script, quoteStart ?? position, '"', "a quote that nothing closes");
    if (rule.reads === null) throw refused(script, position, found, rule.what);
    if (rule.reads === "doubleQuote") {
      quoteStart = isQuoted ? null : position;
      parts.push({ kind: "text", isQuoted: true, text: "" });
    } else if (rule.reads !== "nothing") {
      parts.push({
        kind: rule.reads === "variable" ? "variable" : "text",
        isQuoted: isQuoted || rule.reads === "quotedText",
        text,
      });
    }
    position += found.length;
  }
  return {
    line: lineAt(script, start),
    raw: script.slice(start, position),
    parts,
  };
}

function endsWord(script: string, position: number): boolean {
  return position >= script.length || /[ \t\n;]/.test(script.charAt(position));
}

/** Applies the first rule that matches at a position; `null` in place of the rule when none does */
function nextPiece(script: string, position: number, rules: readonly Rule[]) {
  for (const rule of rules) {
    rule.looks.lastIndex = position;
    const match = rule.looks.exec(script);
    if (match !== null)
      return {
        rule,
        found: match[0],
        text: match.slice(1).find((group) => group !== undefined) ?? "",
      };
  }
  return { rule: null, found: "", text: "" };
}

function refused(script: string, position: number, found: string, what: string): DefaultsFileError {
  return new DefaultsFileError(lineAt(script, position), found, what);
}

/** Matches a sticky pattern at a position */
function matchAt(pattern: RegExp, script: string, position: number): string | null {
  pattern.lastIndex = position;
  return pattern.exec(script)?.[0] ?? null;
}
