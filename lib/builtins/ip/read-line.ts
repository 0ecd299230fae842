/**
 * Reads a line of `ip`: options, an object, its command, the words behind.
 *
 * @module
 */
import { unabbreviated } from "./abbreviation.ts";
import type { Deed, Situation } from "./deed.ts";
import { OBJECTS } from "./objects.ts";
import type { Listing } from "./route/listing.ts";
import { show as showRoutes, showAs } from "./route/show.ts";
import { NotOurs } from "./words.ts";

/** A line that is ours */
export interface IpLine {
  /** Entries of `/var/run/netns`, entered one after the other: it is about the network of the last, or this process' own */
  readonly netns: readonly string[];
  readonly form: Situation["form"];
  readonly deed: Deed;
}

/**
 * Reads the words behind `ip`.
 *
 * @returns `null` when there is one that only the real `ip` knows what to make of, or to complain of
 */
export function readLine(args: readonly string[]): IpLine | null {
  try {
    return readOptions(args, { netns: [], form: "text", listing: null });
  } catch (error) {
    if (error instanceof NotOurs) return null;
    throw error;
  }
}

/** What options say, of which one that is about lists is not for all objects */
interface Options extends Omit<IpLine, "deed"> {
  readonly listing: Listing | null;
}

const LINES: Listing = { version: null, layout: "lines" };

function readOptions(args: readonly string[], options: Options): IpLine {
  const [word, ...rest] = args;
  switch (word) {
    case "-j":
    case "-json":
    case "--json":
      return readOptions(rest, told(options, "json"));
    case "-br":
    case "-brief":
    case "--brief":
      return readOptions(rest, told(options, "brief"));
    case "-4":
    case "-6":
      return readOptions(rest, { ...options, listing: { ...(options.listing ?? LINES), version: word } });
    case "-o":
    case "-oneline":
    case "--oneline":
      return readOptions(rest, { ...options, listing: { ...(options.listing ?? LINES), layout: "oneline" } });
    case "-n":
    case "-netns":
    case "--netns":
      return readOptions(rest.slice(1), inside(options, rest[0]));
    case "netns":
      return isNested(rest)
        ? readOptions(rest.slice(3), { ...inside(options, rest[1]), form: "text", listing: null })
        : lineOf(args, options);
    default:
      return lineOf(args, options);
  }
}

/** JSON of the least there is to tell is another thing */
function told(options: Options, form: "json" | "brief"): Options {
  if (options.form !== "text" && options.form !== form) throw new NotOurs();
  return { ...options, form };
}

/** `ip netns exec $name ip …`, which the article has and `-n` abbreviates: but for its form, which the other one asks for */
function isNested([command, , program]: readonly string[]): boolean {
  return command === "exec" && program === "ip";
}

/** A namespace in a namespace is found by its entry all the same, in the same folder */
function inside(options: Options, name: string | undefined): Options {
  if (name === undefined || !/^[\w.][\w.-]*$/.test(name)) throw new NotOurs();
  return { ...options, netns: [...options.netns, name] };
}

function lineOf(args: readonly string[], { netns, form, listing }: Options): IpLine {
  return { netns, form, deed: readObject(args, netns, listing) };
}

function readObject(
  [word, command, ...words]: readonly string[],
  netns: readonly string[],
  listing: Listing | null,
): Deed {
  const name = unabbreviated(word ?? "", Object.keys(OBJECTS));
  const object = name === null ? null : OBJECTS[name];
  if (object === null || object === undefined) throw new NotOurs();
  const called = command === undefined ? object.otherwise : unabbreviated(command, Object.keys(object.commands));
  const reading = called === null ? null : object.commands[called];
  if (reading === null || reading === undefined) throw new NotOurs();
  if (listing === null) return reading(words, netns);
  if (reading !== showRoutes) throw new NotOurs();
  return showAs(words, listing);
}
