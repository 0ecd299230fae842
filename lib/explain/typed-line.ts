/**
 * Divides a typed or pasted line as a shell does, to explain it; such a line is never run.
 *
 * @module
 */
import type { Word } from "../programs/grammar.ts";
import { BadValue } from "../values/bad-value.ts";
import { type Rule, reasonAgainst } from "../values/value-rule.ts";

/** A line with one command */
export interface TypedLine {
  /** The text without the prompt, and with plain blanks */
  readonly text: string;
  /** The words; a `$name` stays as it is */
  readonly words: readonly Word[];
  /** The redirection of the output; `null` when there is none */
  readonly redirection: { readonly operator: ">" | ">>"; readonly file: Word } | null;
  /** The shell waits for the command, or runs it in the background, as `2>&1 &` after a redirection does */
  readonly runs: "to its end" | "in the background";
}

/** Redirects errors along with the output, and runs the command in the background */
const IN_BACKGROUND = / 2>&1 *&$/;

const KIND = "a command to explain";
const LONGEST = 4096;

/** Parts of a pasted line: blanks that don't break, and the prompt */
const PASTED = /[\u00a0\t]/g;
const PROMPT = /^ *(?:\${1,2}|\+{1,2}|root@[\w.-]+:[^ #$]*[#$]) +/;

const RULES: readonly Rule[] = [
  { refuses: /^ *$/, reason: () => "it has no words" },
  // oxlint-disable-next-line no-control-regex -- they are what it looks for
  { refuses: /[\x00-\x09\x0b-\x1f\x7f-\x9f]/, reason: () => "it has a control character" },
  { refuses: /\n/, reason: () => "it is several lines: explain each by itself" },
  { refuses: /^ *#/, reason: () => "it is a comment" },
];

/** Operators of a shell that need more than one command, each with the advice */
const OPERATORS: Readonly<Record<string, string>> = {
  "|": "it is a pipeline: explain each command by itself",
  "||": "it is two commands: explain each by itself",
  "&&": "it is two commands: explain each by itself",
  "&": 'the "&" runs it in the background: leave that out',
  ";": "it is several commands: explain each by itself",
  "<": "it reads its input from a file, which wirework does not explain",
  "(": "parentheses group commands: explain each by itself",
  ")": "parentheses group commands: explain each by itself",
  "`": "it contains another command's output: explain that command by itself, and type what it prints instead",
  "$(": "it contains another command's output: explain that command by itself, and type what it prints instead",
};

/** The parts of a word; the first group is the text of the part */
const PARTS = [
  /'([^']*)'/y,
  /"((?:[^"\\`$]|\\[^]|\$(?!\())*)"/y,
  /\\([^])/y,
  /((?:[^\s'"\\`$|&;<>()]|\$(?!\())+)/y,
] as const;

const OPERATOR = /\|\||&&|>>|\$\(|[^]/y;

/**
 * Parses a line.
 *
 * @throws {BadValue} for text that is not exactly one command, naming the shell operator, and for text that cannot be
 *   typed
 *
 * @example
 * ```ts
 * import { readTypedLine } from "./typed-line.ts";
 * import { expect } from "bun:test";
 *
 * const { words, redirection } = readTypedLine("$ echo 'a b' >> /etc/hosts");
 * expect(words.map(({ text }) => text)).toEqual(["echo", "a b"]);
 * expect(redirection).toMatchObject({ operator: ">>", file: { text: "/etc/hosts" } });
 * expect(() => readTypedLine("ip link | grep veth")).toThrow(RangeError);
 * ```
 */
export function readTypedLine(given: string): TypedLine {
  const whole = given.replaceAll(PASTED, " ").replace(/\n+$/, "").replace(PROMPT, "").trim();
  const text = whole.replace(IN_BACKGROUND, "");
  const refuse = (reason: string): never => {
    throw new BadValue({ value: given, kind: KIND, reason, tryThis: null });
  };
  if (given.length > LONGEST) refuse(`it has ${given.length} characters; the limit is ${LONGEST}`);
  const problem = reasonAgainst(text, RULES);
  if (problem !== null) refuse(problem);

  const words: Word[] = [];
  let redirection: TypedLine["redirection"] = null;
  let operator: ">" | ">>" | null = null;
  for (let at = 0; at < text.length;) {
    if (text[at] === " ") {
      at++;
      continue;
    }
    const read = readWord(text, at);
    const next = text[at + (read?.typed.length ?? 0)] ?? "";
    if (/['"\\]/.test(next)) refuse(problemWith(next));
    if (read === null) {
      const found = match(OPERATOR, text, at)?.[0] ?? "";
      if ((found !== ">" && found !== ">>") || operator !== null || redirection !== null) refuse(problemWith(found));
      operator = found === ">" ? ">" : ">>";
      at += found.length;
      continue;
    }
    if (operator === null) words.push(read);
    else redirection = { operator, file: read };
    if (redirection !== null) operator = null;
    at += read.typed.length;
  }
  if (operator !== null) refuse(`no file follows "${operator}"`);
  if (words.length === 0) refuse("it has no command");
  if (text !== whole && redirection === null) refuse(problemWith("&"));
  return { text: whole, words, redirection, runs: text === whole ? "to its end" : "in the background" };
}

function problemWith(operator: string): string {
  if (operator === "'" || operator === '"') return "it has an unclosed quote";
  if (operator === "\\") return "it ends in a backslash";
  return OPERATORS[operator] ?? `only one file can follow "${operator}"`;
}

function readWord(text: string, from: number): Word | null {
  let at = from;
  let meant = "";
  for (;;) {
    const found = PARTS.map((part) => match(part, text, at)).find((part) => part !== null);
    if (found === undefined || found === null) break;
    meant += found[1] ?? "";
    at += found[0].length;
  }
  return at === from ? null : { typed: text.slice(from, at), text: meant };
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
