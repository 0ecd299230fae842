import { lex } from "./lex-go-template.ts";
import type { TemplateFailure } from "./template-failure.ts";
import { lineAt, unreadable } from "./template-failure.ts";
import type { Token } from "./token.ts";
import { describeToken } from "./token.ts";

/** Reads the tokens of a template one by one, and makes errors for the current place */
export class TokenStream {
  readonly #source: string;
  readonly #tokens: readonly Token[];
  #index = 0;
  #furthest = 0;
  #actionStart: number | null = null;

  constructor(source: string) {
    this.#source = source;
    this.#tokens = lex(source);
  }

  /** Returns the next token without consuming it */
  peek(): Token {
    this.#furthest = Math.max(this.#furthest, this.#index);
    const token = this.#tokens[this.#index] ?? this.#tokens.at(-1);
    return token ?? { kind: "end", text: "", position: 0 };
  }

  /** Consumes the next token */
  next(): Token {
    const token = this.peek();
    if (token.kind !== "end" && token.kind !== "error") this.#index++;
    return token;
  }

  /** Like {@link TokenStream.peek}, but consumes spaces first. */
  peekNonSpace(): Token {
    while (this.peek().kind === "space") this.#index++;
    return this.peek();
  }

  /** Like {@link TokenStream.next}, but skips spaces first. */
  nextNonSpace(): Token {
    this.peekNonSpace();
    return this.next();
  }

  /** Returns the position, for {@link TokenStream.rewind}. */
  mark(): number {
    return this.#index;
  }

  /** Returns to a mark */
  rewind(mark: number): void {
    this.#index = mark;
  }

  /** Notes the start of an action; an error on a later line names its line too */
  openAction(token: Token): void {
    this.#actionStart = token.position;
  }

  /** Returns an error at the current place */
  failure(reason: string): TemplateFailure {
    return unreadable(this.#lineOf(this.#tokens[this.#furthest]?.position ?? 0), reason);
  }

  /** Returns the error for a token that is not allowed in this context */
  unexpected(token: Token, context: string): TemplateFailure {
    if (token.kind !== "error") return this.failure(`unexpected ${describeToken(token)} in ${context}`);
    const opened = this.#actionStart === null ? null : this.#lineOf(this.#actionStart);
    if (opened === null || opened === this.#lineOf(token.position)) return this.failure(token.text);
    const where = token.text.endsWith(" action") ? "started at" : "in action started at";
    return this.failure(`${token.text} ${where} :${opened}`);
  }

  #lineOf(position: number): number {
    return lineAt(this.#source, position);
  }
}
