import { parse, plainWords } from "../../programs/parse.ts";
import { readIpLine } from "../../programs/ip/line.ts";
import { NETNS_PERFORMERS } from "../../programs/ip/perform/netns.ts";
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
    return readInside(args, []);
  } catch (error) {
    if (error instanceof NotOurs) return null;
    throw error;
  }
}

/** @param outer the entries that it runs in: a namespace in a namespace is found by its entry all the same, in the same folder */
function readInside(args: readonly string[], outer: readonly string[]): OwnLine {
  const line = readIpLine(args, []);
  if (typeof line === "string" || line.options.length > 0) throw new NotOurs();
  const { object, verb, known, words } = line;
  const entries = [...outer, ...line.entries];
  if (object === "netns" && verb === "exec") {
    const [name = "", program, ...rest] = words;
    // `ip netns exec $name ip …`, which the article has and `-n` abbreviates
    if (program !== "ip") throw new NotOurs();
    return readInside(rest, [...entries, name]);
  }
  if (!entries.every((name) => /^[\w.][\w.-]*$/.test(name))) throw new NotOurs();
  // Behind -n the real one is in a mount namespace of its own: what it mounts there is nobody else's, and its network is that one
  const perform = object === "netns" && entries.length === 0 ? NETNS_PERFORMERS[verb ?? ""] : undefined;
  if (perform !== undefined) return { entries, performance: perform(words) };
  if (known?.perform === undefined) throw new NotOurs();
  return { entries, performance: known.perform(parse(known.grammar, plainWords(words))) };
}
