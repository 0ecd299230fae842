/**
 * A line as somebody types or pastes it, divided as a shell does: for reading, never for running.
 *
 * @module
 */
import type { Word } from "../programs/grammar.ts";
import { BadValue } from "../values/bad-value.ts";
import { type Rule, reasonAgainst } from "../values/rule.ts";

/** A line of one command */
export interface TypedLine {
  /** Without the prompt, and with plain blanks */
  readonly text: string;
  /** A `$name` in one stays as it is */
  readonly words: readonly Word[];
  /** Where the output goes; `null` where it is to be read */
  readonly redirection: { readonly operator: ">" | ">>"; readonly file: Word } | null;
  /** Whether the shell waits for it, or goes on at once, as `2>&1 &` says; that stands behind a redirection only */
  readonly runs: "to its end" | "in the background";
}

/** Errors go where all goes that is printed, and the shell does not wait */
const IN_BACKGROUND = / 2>&1 *&$/;

const KIND = "a command to explain";
const LONGEST = 4096;

/** Of a pasted line: blanks that don't break, and the prompt that it was printed behind */
const PASTED = /[\u00a0\t]/g;
const PROMPT = /^ *(?:\${1,2}|\+{1,2}|root@[\w.-]+:[^ #$]*[#$]) +/;

const RULES: readonly Rule[] = [
  { refuses: /^ *$/, reason: () => "there is no word in it" },
  // oxlint-disable-next-line no-control-regex -- they are what it looks for
  { refuses: /[\x00-\x09\x0b-\x1f\x7f-\x9f]/, reason: () => "it has a control character, which nobody types" },
  { refuses: /\n/, reason: () => "it is several lines: explain each by itself" },
  { refuses: /^ *#/, reason: () => "it is a comment" },
];

/** What a shell would act on, and one command has not */
const OPERATORS: Readonly<Record<string, string>> = {
  "|": "it is a pipeline: explain each command by itself",
  "||": "it is two commands: explain each by itself",
  "&&": "it is two commands: explain each by itself",
  "&": 'the "&" runs it in the background: leave that out',
  ";": "it is several commands: explain each by itself",
  "<": "it reads a file by redirection, of which nothing is known here",
  "(": "a bracket groups commands: explain each by itself",
  ")": "a bracket groups commands: explain each by itself",
  "`": "another command's output stands in it: explain that by itself, and write what it prints",
  "$(": "another command's output stands in it: explain that by itself, and write what it prints",
};

/** What a word may begin with, or go on with; the first group is what it stands for */
const PARTS = [
  /'([^']*)'/y,
  /"((?:[^"\\`$]|\\[^]|\$(?!\())*)"/y,
  /\\([^])/y,
  /((?:[^\s'"\\`$|&;<>()]|\$(?!\())+)/y,
] as const;

const OPERATOR = /\|\||&&|>>|\$\(|[^]/y;

/**
 * Reads a line.
 *
 * @throws {BadValue} for what is no single command, naming what a shell would act on, and for what nobody types
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
  if (given.length > LONGEST) refuse(`it has ${given.length} characters, and ${LONGEST} are the limit`);
  const objection = reasonAgainst(text, RULES);
  if (objection !== null) refuse(objection);

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
    if (/['"\\]/.test(next)) refuse(objectionTo(next));
    if (read === null) {
      const found = match(OPERATOR, text, at)?.[0] ?? "";
      if ((found !== ">" && found !== ">>") || operator !== null || redirection !== null) refuse(objectionTo(found));
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
  if (words.length === 0) refuse("there is no command in it");
  if (text !== whole && redirection === null) refuse(objectionTo("&"));
  return { text: whole, words, redirection, runs: text === whole ? "to its end" : "in the background" };
}

function objectionTo(operator: string): string {
  if (operator === "'" || operator === '"') return "a quote in it is never closed";
  if (operator === "\\") return "nothing follows its last backslash";
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
