import type { Quoting } from "./lex.ts";
import { insideDouble, insideSingle, isPlain, quoteArgument } from "./quote.ts";
import type { Piece } from "./value.ts";

/** Quotes a value's text for the kind of quotes that the author typed around it. */
const QUOTED: Readonly<Record<Quoting, (text: string) => string>> = {
  none: quoteArgument,
  single: insideSingle,
  double: insideDouble,
};

/** A character that would continue a name before it; a shell first removes every backslash-newline. */
const NAME_GOES_ON = /^(?:\\\n)*[A-Za-z0-9_]/;

/**
 * Writes a value in the announced text: its text, quoted for its place, or `$name`.
 *
 * @param following the announced text after it.
 */
export function spell({ text, spelling }: Piece, quoting: Quoting, following: string): string {
  if (spelling === null) return QUOTED[quoting](text);
  if (quoting === "single") return `'"$${spelling}"'`;
  if (quoting === "none" && !isPlain(text)) return `"$${spelling}"`;
  return NAME_GOES_ON.test(following) ? `\${${spelling}}` : `$${spelling}`;
}
