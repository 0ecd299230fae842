import { lex } from "./lex.ts";
import type { TemplateFailure } from "./template-failure.ts";
import { lineAt, unreadable } from "./template-failure.ts";
import type { Token } from "./token.ts";
import { describeToken } from "./token.ts";

/** The tokens of a template, read one by one, with the errors that name the place reached */
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

  /** The next token, which stays the next one */
  peek(): Token {
    this.#furthest = Math.max(this.#furthest, this.#index);
    const token = this.#tokens[this.#index] ?? this.#tokens.at(-1);
    return token ?? { kind: "end", text: "", position: 0 };
  }

  /** The next token, which is used up */
  next(): Token {
    const token = this.peek();
    if (token.kind !== "end" && token.kind !== "error") this.#index++;
    return token;
  }

  /** Like {@link TokenStream.peek}, after any blanks, which are used up. */
  peekNonSpace(): Token {
    while (this.peek().kind === "space") this.#index++;
    return this.peek();
  }

  /** Like {@link TokenStream.next}, after any blanks. */
  nextNonSpace(): Token {
    this.peekNonSpace();
    return this.next();
  }

  /** Where the stream is, for {@link TokenStream.rewind}. */
  mark(): number {
    return this.#index;
  }

  /** Goes back to a mark */
  rewind(mark: number): void {
    this.#index = mark;
  }

  /** Notes where an action opens; an error on a later line names that line too */
  openAction(token: Token): void {
    this.#actionStart = token.position;
  }

  /** The error for this reason, at the place reached */
  failure(reason: string): TemplateFailure {
    return unreadable(this.#lineOf(this.#tokens[this.#furthest]?.position ?? 0), reason);
  }

  /** The error for a token that has no place in this context */
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
