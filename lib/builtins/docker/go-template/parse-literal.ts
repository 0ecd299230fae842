import { readCharacter, readNumber, readString } from "./literal.ts";
import type { Operand } from "./node.ts";
import type { TokenStream } from "./token-stream.ts";
import type { Token } from "./token.ts";

/**
 * Parses a string, number or character constant.
 *
 * @throws {TemplateFailure} when it is not one of Go's
 */
export function parseLiteral(tokens: TokenStream, { kind, text, position }: Token): Operand {
  if (kind === "string") {
    const value = readString(text);
    if (value === null) throw tokens.failure("invalid syntax");
    return { type: "string", value, text, position };
  }
  const value = kind === "character" ? readCharacter(text) : readNumber(text);
  if (value !== null) return { type: "number", value, text, position };
  throw tokens.failure(
    kind === "character" ? `malformed character constant: ${text}` : `illegal number syntax: ${JSON.stringify(text)}`,
  );
}
