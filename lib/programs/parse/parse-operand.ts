/**
 * Parses a word that is neither a keyword nor a known option.
 *
 * @module
 */
import type { Parameter, Word } from "../grammar.ts";
import { ownEntry } from "./own-entry.ts";
import type { ParserState } from "./parser-state.ts";

/** Parses the next operand, or the beginning of what follows the last one */
export function parseOperand(state: ParserState, given: Word): void {
  const { soFar } = state;
  const { operands, after, hyphens, kinds = {} } = state.grammar;
  const kind = state.operands === 0 ? ownEntry(kinds, given.text) : undefined;
  if (kind !== undefined && soFar.said["kind"] === undefined) return parseKind(state, given, kind);
  const isOption = hyphens !== undefined && !state.isPastOptions && given.text.startsWith("-") && given.text !== "-";
  if (after === "command" && !isOption && state.operands === operands.length) {
    soFar.command = [given, ...state.takeRest()];
    return;
  }
  const last = operands.at(-1);
  const parameter = operands[state.operands] ?? (last?.times === "any" ? last : undefined);
  if (isOption && (parameter === undefined || !isFree(parameter))) {
    soFar.fail(given, "unknown");
    return soFar.tell(given, null);
  }
  if (parameter === undefined && state.grammar.unknown === "alone") return soFar.lose([given]);
  if (parameter === undefined) return state.loseTheWay([given]);
  state.operands++;
  soFar.sayParameter(given, parameter);
  if (after !== undefined && after !== "command" && state.operands === operands.length) {
    state.grammar = after;
    state.operands = 0;
  }
}

/** Parses a word that gives the kind of the next one, which would otherwise be an operand itself */
function parseKind(state: ParserState, given: Word, means: string): void {
  const { soFar } = state;
  soFar.said["kind"] = given.typed;
  soFar.terms.push({ of: null, text: given.text });
  soFar.tell(given, means);
  const parameter = state.grammar.operands[state.operands++];
  if (parameter === undefined) return;
  const next = state.next();
  if (next === undefined) soFar.miss(given, parameter);
  else soFar.sayParameter(next, parameter);
}

/** Reports whether a parameter takes any text, hyphens included, like the words of `echo` */
function isFree({ name }: Parameter): boolean {
  return name === "text";
}
