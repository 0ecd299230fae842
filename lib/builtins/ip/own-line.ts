import type { Word } from "../../programs/grammar.ts";
import { IP } from "../../programs/ip/ip.ts";
import { parse, plainWords } from "../../programs/parse.ts";
import type { Performance } from "../../programs/performance.ts";
import { NotOurs } from "../../programs/strict.ts";
import { enteringNamed, ON_HOST } from "../../resources/entering.ts";

/** A line that wirework performs itself */
export interface OwnLine {
  /**
   * Entries of `/var/run/netns`, entered one after the other; the line is about the last network, or else this
   * process's own
   */
  readonly entries: readonly string[];
  readonly performance: Performance;
}

/**
 * Parses the words after `ip`. Lines that show something are left to the real `ip`, as are options that affect what is
 * shown.
 *
 * @returns `null` for a line that only the real `ip` can run, or complain about
 */
export function readLine(args: readonly string[]): OwnLine | null {
  try {
    return readInside(plainWords(args), []);
  } catch (error) {
    if (error instanceof NotOurs) return null;
    throw error;
  }
}

/** @param outer the entries that it already runs in; an entry inside of a namespace is found in the same folder */
function readInside(words: readonly Word[], outer: readonly string[]): OwnLine {
  const { order, inner, verb, command } = parse(IP, words);
  const [options, objects] = [order.filter(isOption), order.filter((one) => !isOption(one))];
  if (options.some(({ name }) => name !== "-netns" && name !== "--")) throw new NotOurs();
  const entries = [...outer, ...options.flatMap(({ values }) => values)];
  const [program, ...rest] = command;
  if (program !== undefined) {
    // `ip netns exec $name ip …`, as the article has it, abbreviated as `-n`
    if (objects[0]?.name !== "netns" || program.text !== "ip") throw new NotOurs();
    return readInside(rest, [...entries, inner?.said["netns"] ?? ""]);
  }
  if (!entries.every((name) => /^[\w.][\w.-]*$/.test(name))) throw new NotOurs();
  if (verb?.verb.perform === undefined) throw new NotOurs();
  const enter = entries.reduce((around, name) => enteringNamed(name, around), ON_HOST);
  return { entries, performance: verb.verb.perform(verb.parsed, { enter, family: null }) };
}

function isOption({ name }: { readonly name: string }): boolean {
  return name.startsWith("-");
}
