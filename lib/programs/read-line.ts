/**
 * Lines of a program, parsed up to their verbs.
 *
 * @module
 */
import { type Entering, enteringNamed } from "../resources/entering.ts";
import type { Grammar, Word } from "./grammar.ts";
import { parse, type Parsed, type ReadVerb } from "./parse.ts";
import { ownEntry } from "./parse/own-entry.ts";
import { notKnownTo } from "./terms.ts";
import type { Context } from "./verb.ts";

/** A parsed line with a known verb: the verb, its words, and the namespace */
export interface KnownLine extends ReadVerb {
  readonly context: Context;
}

/**
 * Reads a line of a program.
 *
 * @param enter the words that enter its network namespace
 * @returns `null` for a line that changes nothing; a clause on why the undo of any other line is unknown
 */
export type ReadLine = (words: readonly Word[], enter: Entering) => KnownLine | string | null;

/** Makes the reader of a program whose lines have options and a verb; iproute2's mostly have an object before the verb */
export function objectLineReader(program: string, grammar: Grammar): ReadLine {
  return (words, enter) => {
    const line = parse(grammar, words);
    const options = line.order.filter(({ name }) => name.startsWith("-"));
    if (line.only !== null) return null;
    const against = options
      .map(({ name }) => ownEntry(grammar.words, name)?.cannotUndo)
      .find((one) => one !== undefined);
    if (against !== undefined) return against;
    // iproute2 refuses an unknown option; getopt_long(3) takes beginnings, which are not read here
    const { fault } = line;
    if (grammar.hyphens === "getopt" && fault?.is === "unknown") return notKnownTo(program, fault.word);
    if (line.verb === null) return reasonAgainst(grammar, line, { path: [program], reason: null });
    const entries = options.flatMap(({ name, values }) => (name === "-netns" ? values : []));
    const inside = entries.reduce((outer, name) => enteringNamed(name, outer), enter);
    return { ...line.verb, context: { enter: inside, family: familyIn(options) } };
  };
}

function familyIn(options: Parsed["order"]): Context["family"] {
  const last = options.findLast(({ name }) => name === "-4" || name === "-6" || name === "-family");
  if (last === undefined) return null;
  return last.name === "-6" || last.values[0] === "inet6" ? "inet6" : "inet";
}

/** The words that led to a grammar, and why their undo is unknown; `null` before the verb */
interface Reached {
  readonly path: readonly string[];
  readonly reason: string | null;
}

/** Finds why the undo of a line without a known verb is unknown; `null` for a line that changes nothing */
function reasonAgainst(grammar: Grammar, { order, lost, inner }: Parsed, { path, reason }: Reached): string | null {
  const name = order.find((one) => ownEntry(grammar.words, one.name)?.leads !== undefined)?.name;
  const { leads, cannotUndo } = ownEntry(grammar.words, name) ?? {};
  if (name !== undefined && leads !== undefined) {
    const further = { path: [...path, name], reason: cannotUndo ?? notKnown([...path, name]) };
    return isGrammar(leads) && inner !== null ? reasonAgainst(leads, inner, further) : further.reason;
  }
  // The program itself refuses unknown objects; unknown verbs may exist
  if (lost !== null && hasVerbs(grammar) && (grammar.unread !== undefined || !hasObjects(grammar)))
    return grammar.unread?.(lost) ?? notKnown([...path, lost]);
  return grammar.deed?.back({}) === null ? null : reason;
}

function notKnown(path: readonly string[]): string {
  return `wirework does not know how \`${path.join(" ")}\` is undone`;
}

function hasObjects({ words }: Grammar): boolean {
  return Object.values(words).some(({ leads }) => isGrammar(leads) && hasVerbs(leads));
}

function hasVerbs({ words }: Grammar): boolean {
  return Object.values(words).some(({ leads }) => leads !== undefined);
}

function isGrammar(leads: Grammar["words"][string]["leads"]): leads is Grammar {
  return typeof leads === "object" && !("touches" in leads);
}
