import type { Grammar, Word } from "../grammar.ts";
import type { Parsed } from "../parse.ts";

/** Words, and what they were parsed as */
interface Line {
  readonly words: readonly Word[];
  readonly parsed: Parsed;
}

/** The number of lines kept by grammar: as many commands of one program as a line may have inside of one another */
const MOST = 4;

const lines = new WeakMap<Grammar, readonly Line[]>();

/**
 * Parses words, or returns what the same words were parsed as: permission, undo, performance and explanation of a line each
 * ask for it.
 */
export function parsedOnce(
  grammar: Grammar,
  words: readonly Word[],
  parse: (grammar: Grammar, words: readonly Word[]) => Parsed,
): Parsed {
  const last = lines.get(grammar) ?? [];
  const known = last.find((line) => isSame(line.words, words));
  if (known !== undefined) return known.parsed;
  const parsed = parse(grammar, words);
  lines.set(grammar, [{ words: [...words], parsed }, ...last.slice(0, MOST - 1)]);
  return parsed;
}

function isSame(one: readonly Word[], other: readonly Word[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ typed, text }, at) => typed === other[at]?.typed && text === other[at].text)
  );
}
