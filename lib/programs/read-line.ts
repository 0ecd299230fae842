/**
 * Lines of a program, read up to the verb that each has.
 *
 * @module
 */
import type { Grammar } from "./grammar.ts";
import { ownEntry, parse, plainWords } from "./parse.ts";
import type { Context, Verb } from "./verb.ts";

/** A line, read up to its verb, which wirework knows */
export interface KnownLine {
  readonly verb: Verb;
  readonly context: Context;
  /** What is behind the verb */
  readonly words: readonly string[];
}

/**
 * Reads a line of a program up to its verb.
 *
 * @param enter what enters the network namespace that it runs in
 * @returns `null` of a line that changes nothing, or why wirework does not know what undoes it, which goes on a sentence
 */
export type ReadLine = (args: readonly string[], enter: readonly string[]) => KnownLine | string | null;

/** Makes the reader of one of iproute2's programs: options, an object, and its verb */
export function objectLineReader(program: string, grammar: Grammar): ReadLine {
  return (args, enter) => {
    const { order, inner, verb } = parse(grammar, plainWords(args));
    const options = order.filter(({ name }) => name.startsWith("-"));
    if (options.some(({ name }) => name === "-batch" || name === "-force"))
      return "nobody has read the lines of its file";
    const object = order.find(({ name }) => !name.startsWith("-"));
    // Of what there isn't, the program itself says so
    if (object === undefined) return null;
    const [, ...words] = object.values;
    const entries = options.flatMap(({ name, values }) => (name === "-netns" ? values : []));
    const inside = entries.flatMap((name) => ["ip", "netns", "exec", name]);
    if (verb !== null) return { verb: verb.verb, context: { enter: [...enter, ...inside], family: null }, words };
    const change = unknownChange(grammar, [object.name, inner?.order[0]?.name ?? ""]);
    return change === null ? null : `wirework does not know how \`${program} ${change}\` is undone`;
  };
}

/** Finds the words up to the one behind which nobody here reads any; `null` where they lead to what only shows */
function unknownChange({ words }: Grammar, [first = "", ...others]: readonly string[]): string | null {
  const leads = ownEntry(words, first)?.leads;
  if (leads === "rest") return first;
  if (typeof leads !== "object" || "touches" in leads) return null;
  const inner = unknownChange(leads, others);
  return inner === null ? null : `${first} ${inner}`;
}
