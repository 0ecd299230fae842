import { TemplateError } from "./template-error.ts";

/** Marks a value's place in the source: the only character that no word can contain. */
export const HOLE = "\0";

/**
 * Joins the literal text of a template, with {@linkcode HOLE} for each value.
 *
 * The text is what the author typed (`strings.raw`), so `\n` is not a newline but, as in sh, a quoted n. Only
 * the two escapes that a JavaScript template itself requires are removed: `` \` `` is a backquote, and `\${`
 * a dollar and a brace.
 *
 * @throws {TemplateError} if the text contains a character that no argument can.
 */
export function sourceOf(raw: readonly string[]): string {
  const texts = raw.map(withoutTemplateEscapes);
  const source = texts.join(HOLE);
  const nul = texts.findIndex((text) => text.includes(HOLE));
  if (nul >= 0) {
    const upToNul = texts.slice(0, nul + 1).join(HOLE);
    refuse(source, upToNul.lastIndexOf(HOLE), "an argument cannot hold NUL");
  }
  const surrogate = source.search(/\p{Surrogate}/u);
  if (surrogate >= 0) {
    refuse(source, surrogate, "UTF-8 cannot encode half a surrogate pair");
  }
  return source;
}

/**
 * Removes JavaScript's escapes. Backslashes are paired from the left, so that in `` \\\` `` the first two
 * stay the shell's.
 */
function withoutTemplateEscapes(text: string): string {
  return text.replace(/\\(?:(`|\$(?=\{))|[^])/g, (pair, target: string | undefined) => target ?? pair);
}

/** Refuses the text in the source at `at`: one character, or the operator that begins there. */
export function refuse(source: string, at: number, reason: string, place = source.charAt(at)): never {
  throw new TemplateError(shown(source), shown(source.slice(0, at)).length, place, reason);
}

/** Returns the source as people read it. */
export function shown(source: string): string {
  return source.replaceAll(HOLE, "${…}");
}
