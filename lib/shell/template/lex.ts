import { refusal } from "./shell-syntax.ts";
import { refuse } from "./source.ts";

/** The kind of quotes around a value. */
export type Quoting = "none" | "single" | "double";

/** A stretch of a template's source. */
export type Token =
  /** Blanks between words. */
  | { readonly kind: "blank"; readonly raw: string }
  /** A backslash-newline, which a shell removes first. */
  | { readonly kind: "joined"; readonly raw: string }
  /** Text as typed, with quotes and backslashes, and its meaning. */
  | { readonly kind: "literal"; readonly raw: string; readonly text: string }
  /** The place of a value. */
  | { readonly kind: "value"; readonly quoting: Quoting };

type Rule = "joined" | "blank" | "escaped" | "quote" | "value" | "plain";

/** The tokens allowed within each kind of quotes; anything else is refused. */
const RULES: Readonly<Record<Quoting, readonly (readonly [Rule, RegExp])[]>> = {
  none: [
    ["joined", /\\\n/y],
    ["blank", /[ \t]+/y],
    ["escaped", /\\[^\0]/uy],
    ["quote", /['"]/y],
    ["value", /\0/y],
    // find(1) uses `{}`; within a longer word bash can read the two characters as a list.
    ["plain", /(?<![^ \t\n])\{\}(?![^ \t\n])/y],
    // Within a word `#` and `~` are literal, but bash expands the tilde of `a=~` and `a:~`.
    ["plain", /(?:[^ \t\n'"\\\0$`|&;<>()*?[{~#\u00a0]|(?<![ \t\n]|^)#|(?<=[\w./-])~)+/y],
  ],
  single: [
    ["quote", /'/y],
    ["value", /\0/y],
    ["plain", /[^'\0]+/y],
  ],
  double: [
    ["joined", /\\\n/y],
    ["escaped", /\\["\\$]/y],
    ["quote", /"/y],
    ["value", /\0/y],
    // Before any other character a backslash is literal.
    ["plain", /\\(?!\0)|[^"\\\0$`]+/y],
  ],
};

const OPERATOR = /\$\(|\|\||&&|>>|[^]/uy;
const EDGE = /(?:[ \t\n]|\\\n)*/y;
const END = /(?:[ \t\n]|\\\n)*$/y;

/**
 * Splits a template's source into tokens as a POSIX shell does, without the blanks at both ends.
 *
 * @see POSIX.1-2024, Shell Command Language, 2.2 "Quoting" and 2.3 "Token Recognition".
 * @throws {TemplateError} at whatever a shell would act on: a variable, a pipe, a redirection, a pattern, a
 * comment, the command's end; and at a quote that is never closed.
 */
export function lex(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let quoting: Quoting = "none";
  let opened = 0;
  let at = match(EDGE, source, 0)?.length ?? 0;
  while (quoting !== "none" || match(END, source, at) === undefined) {
    if (at === source.length) {
      refuse(source, opened, refusal(source.charAt(opened)));
    }
    const [rule, raw] = read(source, at, quoting);
    tokens.push(tokenOf(rule, raw, quoting));
    if (rule === "quote") {
      quoting = quoting !== "none" ? "none" : raw === "'" ? "single" : "double";
      opened = at;
    }
    at += raw.length;
  }
  return tokens;
}

function read(source: string, at: number, quoting: Quoting): readonly [Rule, string] {
  for (const [rule, pattern] of RULES[quoting]) {
    const raw = match(pattern, source, at);
    if (raw !== undefined) return [rule, raw];
  }
  const operator = match(OPERATOR, source, at) ?? source.charAt(at);
  return refuse(source, at, refusal(operator), operator);
}

function match(pattern: RegExp, source: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0];
}

function tokenOf(rule: Rule, raw: string, quoting: Quoting): Token {
  if (rule === "value") return { kind: rule, quoting };
  if (rule === "blank" || rule === "joined") return { kind: rule, raw };
  return { kind: "literal", raw, text: meaning(rule, raw) };
}

function meaning(rule: "escaped" | "quote" | "plain", raw: string): string {
  if (rule === "quote") return "";
  return rule === "escaped" ? raw.slice(1) : raw;
}
