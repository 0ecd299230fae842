/**
 * Parses a keyword, with all words that it takes or leads to.
 *
 * @module
 */
import type { Keyword, Word } from "../grammar.ts";
import type { Verb } from "../verb.ts";
import { isSwitch, type NamedKeyword } from "./find-keyword.ts";
import { ownEntry } from "./own-entry.ts";
import { parseValues } from "./parse-values.ts";
import type { ParserState } from "./parser-state.ts";

/** The missing word after a program that only runs others */
const COMMAND = "the command to run";

/** Parses a keyword */
export function parseKeyword(state: ParserState, given: Word, [name, keyword]: NamedKeyword): void {
  const { means, takes = [], same = name, before = {} } = keyword;
  const { soFar } = state;
  soFar.keyword = same;
  soFar.tell(given, means);
  soFar.say(name, keyword);
  const values = [...parseExtra(state, before), ...parseValues(state, takes, given, name)];
  if (isSwitch(keyword)) soFar.terms.push({ of: null, text: same });
  const leads = ownEntry(keyword.leadsBy, soFar.terms.at(-1)?.text) ?? keyword.leads;
  const rest = leads === undefined ? [] : state.rest.map(({ typed }) => typed);
  soFar.order.push({ name: same, values: [...values, ...rest] });
  if (leads !== undefined) follow(state, leads);
}

/** Parses a word that may stand before the keyword's own */
function parseExtra(state: ParserState, before: Readonly<Record<string, string>>): readonly string[] {
  const word = state.rest[0];
  const means = ownEntry(before, word?.text);
  if (word === undefined || means === undefined) return [];
  state.soFar.tell(word, means);
  state.soFar.terms.push({ of: null, text: word.text });
  state.next();
  return [word.typed];
}

/** Parses all words after a keyword */
function follow(state: ParserState, leads: NonNullable<Keyword["leads"]>): void {
  const { soFar } = state;
  if (leads === "rest") return state.loseTheWay();
  if (leads === "command") {
    soFar.command = state.takeRest();
    if (soFar.command.length === 0 && soFar.missing.length === 0) soFar.missing.push(COMMAND);
  } else if ("touches" in leads) followVerb(state, leads);
  else soFar.adopt(state.parseInner(leads, state.takeRest()));
}

function followVerb(state: ParserState, verb: Verb): void {
  const { soFar } = state;
  const parsed = state.parseInner(verb.grammar, state.takeRest());
  soFar.adopt(parsed);
  soFar.verb = { verb, parsed };
  if (parsed.lost === null && parsed.missing.length === 0) soFar.missing.push(...verb.missing(parsed));
}
