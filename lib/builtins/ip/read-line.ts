/**
 * Reads a line of `ip`: options, an object, its command, the words behind.
 *
 * @module
 */
import { unabbreviated } from "./abbreviation.ts";
import type { Deed } from "./deed.ts";
import { OBJECTS } from "./objects.ts";
import { NotOurs } from "./words.ts";

/** A line that is ours */
export interface IpLine {
  /** Entries of `/var/run/netns`, entered one after the other: it is about the network of the last, or this process' own */
  readonly netns: readonly string[];
  readonly deed: Deed;
}

/**
 * Reads the words behind `ip`. Ours are those that change something: what shows, or has an option for the form in which it
 * does, is the real one's.
 *
 * @returns `null` when there is one that only the real `ip` knows what to make of, or to complain of
 */
export function readLine(args: readonly string[]): IpLine | null {
  try {
    return readOptions(args, []);
  } catch (error) {
    if (error instanceof NotOurs) return null;
    throw error;
  }
}

function readOptions(args: readonly string[], netns: IpLine["netns"]): IpLine {
  const [word, ...rest] = args;
  switch (word) {
    case "-n":
    case "-netns":
    case "--netns":
      return readOptions(rest.slice(1), inside(netns, rest[0]));
    case "netns":
      return isNested(rest) ? readOptions(rest.slice(3), inside(netns, rest[1])) : readObject(args, netns);
    default:
      return readObject(args, netns);
  }
}

/** `ip netns exec $name ip …`, which the article has and `-n` abbreviates */
function isNested([command, , program]: readonly string[]): boolean {
  return command === "exec" && program === "ip";
}

/** A namespace in a namespace is found by its entry all the same, in the same folder */
function inside(netns: IpLine["netns"], name: string | undefined): IpLine["netns"] {
  if (name === undefined || !/^[\w.][\w.-]*$/.test(name)) throw new NotOurs();
  return [...netns, name];
}

function readObject([word = "", command = "", ...words]: readonly string[], netns: IpLine["netns"]): IpLine {
  const object = OBJECTS[unabbreviated(word, Object.keys(OBJECTS)) ?? ""] ?? null;
  const called = object === null ? null : unabbreviated(command, Object.keys(object));
  const reading = called === null ? null : (object?.[called] ?? null);
  if (reading === null) throw new NotOurs();
  return { netns, deed: reading(words, netns) };
}
