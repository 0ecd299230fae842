import type { Quoting } from "./lex.ts";
import { insideDouble, insideSingle, isPlain, quoteArgument } from "./quote.ts";
import type { Piece } from "./value.ts";

/** How a value's text is written, by the quotes that the author typed around it. */
const QUOTED: Readonly<Record<Quoting, (text: string) => string>> = {
  none: quoteArgument,
  single: insideSingle,
  double: insideDouble,
};

/** A character that would belong to the name before it; a shell first takes out every backslash-newline. */
const NAME_GOES_ON = /^(?:\\\n)*[A-Za-z0-9_]/;

/**
 * How the announced text writes a value: its text, quoted as its place demands, or `$name`.
 *
 * @param following the announced text after it.
 */
export function spell({ text, spelling }: Piece, quoting: Quoting, following: string): string {
  if (spelling === null) return QUOTED[quoting](text);
  if (quoting === "single") return `'"$${spelling}"'`;
  if (quoting === "none" && !isPlain(text)) return `"$${spelling}"`;
  return NAME_GOES_ON.test(following) ? `\${${spelling}}` : `$${spelling}`;
}
