/**
 * Parses the words of parameters, after a keyword or an option.
 *
 * @module
 */
import type { Parameter, Word } from "../grammar.ts";
import { keywordIn } from "./find-keyword.ts";
import type { ParserState } from "./parser-state.ts";

/** Parses the word of each parameter, as far as it is there; returns these as typed */
export function parseValues(
  state: ParserState,
  parameters: readonly Parameter[],
  after: Word,
  keyword: string,
): readonly string[] {
  return parameters.flatMap((parameter) => {
    const word = isThere(state, parameter, keyword) ? state.next() : undefined;
    if (word === undefined) {
      if (!isMissing(state, parameter)) return [];
      state.soFar.miss(after, parameter);
      state.soFar.fail(after, "without its value");
      return [];
    }
    state.soFar.sayParameter(word, parameter);
    return [word.typed];
  });
}

/**
 * Reports whether a word can be an option's value. It can't be another option: `iptables -A -j DROP` has no chain. Docker's
 * client takes any word
 */
function isThere({ grammar, rest }: ParserState, { needed }: Parameter, after: string): boolean {
  if (needed === undefined && grammar.hyphens === "pflag") return rest.length > 0;
  if (needed === "unless a keyword follows") return rest.length > 0 && keywordIn(grammar, rest[0]?.text ?? "") === null;
  const next = rest[0]?.text ?? "-";
  const isOption = /^(?:-|!$)/.test(next);
  if (needed === "unless an option follows") return !isOption;
  return needed === undefined && !(isOption && after.startsWith("-") && Object.hasOwn(grammar.words, next));
}

function isMissing({ rest }: ParserState, { needed }: Parameter): boolean {
  return needed === undefined || (needed === "and read by itself" && rest.length === 0);
}
