/** What a piece of a template is (Go, `text/template/parse/lex.go`). */
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

/** A piece of a template; `position` is its string index, and an error's `text` is the message */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly position: number;
}

/** Words that open or close a block, or have a meaning of their own */
export const WORDS: ReadonlyMap<string, TokenKind> = new Map([
  ["true", "boolean"],
  ["false", "boolean"],
  ["nil", "nil"],
  ...["block", "break", "continue", "define", "else", "end", "if", "range", "template", "with"].map(
    (word): [string, TokenKind] => [word, "keyword"],
  ),
]);

/** A token as an error message of Go's names it */
export function describeToken(token: Token): string {
  if (token.kind === "end") return "EOF";
  if (token.kind === "error") return token.text;
  if (["keyword", "dot", "nil"].includes(token.kind)) return `<${token.text}>`;
  if (token.text.length > 10) return `${JSON.stringify(token.text.slice(0, 10))}...`;
  return JSON.stringify(token.text);
}
