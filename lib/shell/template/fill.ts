import type { Quoting, Token } from "./lex.ts";
import { refuse, shown } from "./source.ts";
import { flatten, type Piece } from "./value.ts";

/** A token with its value filled in. */
export type Filled =
  | Exclude<Token, { kind: "value" }>
  /** A word, or a part of one. */
  | { readonly kind: "piece"; readonly quoting: Quoting; readonly piece: Piece }
  /** A word for each item of an array. */
  | { readonly kind: "list"; readonly pieces: readonly Piece[] };

/**
 * Fills in the values. An empty array also removes the blank before it.
 *
 * @throws {TypeError} if a value cannot be in a command, or an array is only a part of a word.
 * @throws {TemplateError} if the program would come from an empty array.
 */
export function fill(source: string, tokens: readonly Token[], values: readonly unknown[]): readonly Filled[] {
  const filled: Filled[] = [];
  let index = 0;
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== "value") {
      filled.push(token);
      continue;
    }
    const { quoting } = token;
    const value = values[index++];
    const where = `value ${index} of $\`${shown(source)}\``;
    const pieces = flatten(value, where);
    if (!Array.isArray(value)) {
      filled.push(...pieces.map((piece) => ({ kind: "piece" as const, quoting, piece })));
      continue;
    }
    if (quoting !== "none" || !isAlone(tokens, at)) {
      throw new TypeError(`Cannot use an array as ${where}: it must be a word by itself, outside quotes`);
    }
    if (pieces.length > 0) {
      filled.push({ kind: "list", pieces });
    } else {
      // Without a program, the first argument would become one
      if (filled.length === 0) refuse(source, 0, "the program cannot come from an empty array", shown(source));
      if (filled.at(-1)?.kind === "blank") filled.pop();
    }
  }
  return filled;
}

/** Reports whether only blanks surround the token; a backslash-newline does not count. */
function isAlone(tokens: readonly Token[], at: number): boolean {
  const before = tokens.slice(0, at).findLast(({ kind }) => kind !== "joined");
  const after = tokens.slice(at + 1).find(({ kind }) => kind !== "joined");
  return [before, after].every((token) => token === undefined || token.kind === "blank");
}
