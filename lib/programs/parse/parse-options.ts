/**
 * Parses options that share a word, or stand in one with their value.
 *
 * @module
 */
import type { Word } from "../grammar.ts";
import { meaningOf } from "../grammar-parts.ts";
import { isSwitch } from "./find-keyword.ts";
import type { OptionInWord } from "./option-word.ts";
import { parseValues } from "./parse-values.ts";
import type { ParserState } from "./parser-state.ts";

/** Parses the options of a word; words that follow belong to the last of them */
export function parseOptions(state: ParserState, given: Word, options: readonly OptionInWord[]): void {
  const { soFar } = state;
  const means = options.map((option) => {
    soFar.keyword = nameOf(option);
    return parseOption(state, given, option);
  });
  soFar.tell(given, means.join("; "));
  for (const option of options) {
    const { takes = [] } = option.keyword;
    const left = option !== options.at(-1) ? [] : option.value === null ? takes : takes.slice(1);
    const values = parseValues(state, left, given, option.name);
    soFar.order.push({ name: nameOf(option), values: option.value === null ? values : [option.value, ...values] });
  }
}

/** Parses one of these options, and returns its meaning */
function parseOption({ soFar, grammar }: ParserState, given: Word, option: OptionInWord): string {
  const { name, keyword, value } = option;
  const { means, takes: [first] = [] } = keyword;
  soFar.say(name, keyword);
  if (value === null || first === undefined) {
    if (isSwitch(keyword)) soFar.terms.push({ of: null, text: nameOf(option) });
    return means;
  }
  if (value === "") soFar.miss(given, first);
  else soFar.sayValue(first, value);
  // Docker's client takes an empty value
  if (value === "" && grammar.hyphens === "pflag") soFar.terms.push({ of: first, text: "" });
  return `${means}: ${meaningOf(first, value)}`;
}

function nameOf({ name, keyword: { same = name } }: OptionInWord): string {
  return same;
}
