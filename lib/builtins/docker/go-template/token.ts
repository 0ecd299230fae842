/** The kind of a token (Go, `text/template/parse/lex.go`). */
export type TokenKind =
  | "text"
  | "open"
  | "close"
  | "space"
  | "identifier"
  | "keyword"
  | "field"
  | "variable"
  | "dot"
  | "nil"
  | "boolean"
  | "number"
  | "string"
  | "character"
  | "declare"
  | "assign"
  | "pipe"
  | "openParenthesis"
  | "closeParenthesis"
  | "punctuation"
  | "error"
  | "end";

/** A token; `position` is its string index, and an error's `text` is the message */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly position: number;
}

/** Keywords */
export const WORDS: ReadonlyMap<string, TokenKind> = new Map([
  ["true", "boolean"],
  ["false", "boolean"],
  ["nil", "nil"],
  ...["block", "break", "continue", "define", "else", "end", "if", "range", "template", "with"].map(
    (word): [string, TokenKind] => [word, "keyword"],
  ),
]);

/** Formats a token as Go's error messages do */
export function describeToken(token: Token): string {
  if (token.kind === "end") return "EOF";
  if (token.kind === "error") return token.text;
  if (["keyword", "dot", "nil"].includes(token.kind)) return `<${token.text}>`;
  if (token.text.length > 10) return `${JSON.stringify(token.text.slice(0, 10))}...`;
  return JSON.stringify(token.text);
}
