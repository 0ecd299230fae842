import type { Token, TokenKind } from "./token.ts";
import { WORDS } from "./token.ts";

const CLOSE = /\}\}|[ \t\r\n]-\}\}/y;
const TERMINATOR = /[ \t\r\n.,|:()]|\}\}|$/y;
const ALPHANUMERIC = /[\p{L}\p{Nd}_]/uy;

/** The pattern of each kind of token, and the error for an unfinished one; tried in this order */
const RULES: readonly {
  readonly kind: TokenKind;
  readonly looks: RegExp;
  readonly begins?: string;
  readonly otherwise?: string;
}[] = [
  { kind: "space", looks: /[ \t\r\n]+?(?=[ \t\r\n]-\}\}|[^ \t\r\n]|$)/y },
  { kind: "assign", looks: /=/y },
  { kind: "declare", looks: /:=/y, begins: ":", otherwise: "expected :=" },
  { kind: "pipe", looks: /\|/y },
  {
    kind: "string",
    looks: /"(?:\\[^\n]|[^"\\\n])*"/y,
    begins: '"',
    otherwise: "unterminated quoted string",
  },
  {
    kind: "string",
    looks: /`[^`]*`/y,
    begins: "`",
    otherwise: "unterminated raw quoted string",
  },
  {
    kind: "character",
    looks: /'(?:\\[^\n]|[^'\\\n])*'/y,
    begins: "'",
    otherwise: "unterminated character constant",
  },
  { kind: "variable", looks: /\$[\p{L}\p{Nd}_]*/uy },
  { kind: "field", looks: /\.(?!\d)[\p{L}\p{Nd}_]*/uy },
  {
    kind: "number",
    looks: /(?=[+\-.\d])[+-]?(?:0[xX][\da-fA-F_]*|0[bB][01_]*|0[oO][0-7_]*|[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?[\d_]*)?)/y,
  },
  { kind: "identifier", looks: /[\p{L}\p{Nd}_]+/uy },
  { kind: "openParenthesis", looks: /\(/y },
  { kind: "closeParenthesis", looks: /\)/y },
  { kind: "punctuation", looks: /[!-~]/y },
];

/** Reads the tokens within an action, up to its closing delimiter or an error */
export function lexAction(source: string, start: number): Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  let position = start;
  for (;;) {
    const close = matchAt(CLOSE, source, position);
    if (close !== null && depth > 0) return [...tokens, { kind: "error", text: "unclosed left paren", position }];
    if (close !== null) return [...tokens, { kind: "close", text: "}}", position }];
    if (position >= source.length) return [...tokens, { kind: "error", text: "unclosed action", position }];
    const token = nextToken(source, position);
    tokens.push(token);
    if (token.kind === "error") return tokens;
    if (token.kind === "openParenthesis") depth++;
    if (token.kind === "closeParenthesis") depth--;
    position += token.text.length;
  }
}

function nextToken(source: string, position: number): Token {
  for (const { kind, looks, begins, otherwise } of RULES) {
    const text = matchAt(looks, source, position);
    if (text !== null) return checkedToken(source, { kind, text, position });
    if (begins !== undefined && otherwise !== undefined && source.startsWith(begins, position)) {
      return { kind: "error", text: otherwise, position };
    }
  }
  return {
    kind: "error",
    text: `unrecognized character in action: ${describeCharacter(source, position)}`,
    position,
  };
}

/** Checks that a word ends at a terminator, and that no letter follows a number; keywords get their kind */
function checkedToken(source: string, token: Token): Token {
  const end = token.position + token.text.length;
  if (token.kind === "number") {
    const follower = matchAt(ALPHANUMERIC, source, end);
    if (follower === null) return token;
    return {
      ...token,
      kind: "error",
      text: `bad number syntax: ${JSON.stringify(token.text + follower)}`,
    };
  }
  if (token.kind !== "identifier" && token.kind !== "field" && token.kind !== "variable") return token;
  if (matchAt(TERMINATOR, source, end) === null) {
    return {
      ...token,
      kind: "error",
      text: `bad character ${describeCharacter(source, end)}`,
    };
  }
  if (token.text === ".") return { ...token, kind: "dot" };
  return { ...token, kind: WORDS.get(token.text) ?? token.kind };
}

function matchAt(pattern: RegExp, source: string, position: number): string | null {
  pattern.lastIndex = position;
  return pattern.exec(source)?.[0] ?? null;
}

/** Formats a character like Go's `%#U`: `U+20AC '€'`, with the glyph only if it is printable */
function describeCharacter(source: string, position: number): string {
  const point = source.codePointAt(position) ?? 0;
  const name = `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
  const character = String.fromCodePoint(point);
  return /[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(character) ? `${name} '${character}'` : name;
}
