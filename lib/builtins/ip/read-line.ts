import type { Word } from "../../programs/grammar.ts";
import { IP } from "../../programs/ip/ip.ts";
import { parse, plainWords } from "../../programs/parse.ts";
import type { Performance } from "../../programs/performance.ts";
import { NotOurs } from "../../programs/strict.ts";

/** A line that is ours */
export interface OwnLine {
  /** Entries of `/var/run/netns`, entered one after the other: it is about the network of the last, or this process' own */
  readonly entries: readonly string[];
  readonly performance: Performance;
}

/**
 * Reads the words behind `ip`. Ours are those that change something: what shows, or has an option for the form in which it
 * does, is the real one's.
 *
 * @returns `null` when there is one that only the real `ip` knows what to make of, or to complain of
 */
export function readLine(args: readonly string[]): OwnLine | null {
  try {
    return readInside(plainWords(args), []);
  } catch (error) {
    if (error instanceof NotOurs) return null;
    throw error;
  }
}

/** @param outer the entries that it runs in: a namespace in a namespace is found by its entry all the same, in the same folder */
function readInside(words: readonly Word[], outer: readonly string[]): OwnLine {
  const { order, inner, verb, command } = parse(IP, words);
  const [options, objects] = [order.filter(isOption), order.filter((one) => !isOption(one))];
  if (options.some(({ name }) => name !== "-netns" && name !== "--")) throw new NotOurs();
  const entries = [...outer, ...options.flatMap(({ values }) => values)];
  const [program, ...rest] = command;
  if (program !== undefined) {
    // `ip netns exec $name ip …`, which the article has and `-n` abbreviates
    if (objects[0]?.name !== "netns" || program.text !== "ip") throw new NotOurs();
    return readInside(rest, [...entries, inner?.said["netns"] ?? ""]);
  }
  if (!entries.every((name) => /^[\w.][\w.-]*$/.test(name))) throw new NotOurs();
  if (verb?.verb.perform === undefined) throw new NotOurs();
  const enter = entries.flatMap((name) => ["ip", "netns", "exec", name]);
  return { entries, performance: verb.verb.perform(verb.parsed, { enter, family: null }) };
}

function isOption({ name }: { readonly name: string }): boolean {
  return name.startsWith("-");
}
