/**
 * Reads a line of `ip`: options, an object, its command, the words behind.
 *
 * @module
 */
import { FAMILY } from "../../netlink/addresses/address-message.ts";
import { unabbreviated } from "./abbreviation.ts";
import type { Deed, Situation } from "./deed.ts";
import { OBJECTS } from "./objects.ts";
import { entryOf, NotOurs } from "./words.ts";

/** A line that is ours */
export interface IpLine {
  /** Entries of `/var/run/netns`, entered one after the other: it is about the network of the last, or this process' own */
  readonly netns: readonly string[];
  readonly form: Situation["form"];
  readonly family: Situation["family"];
  readonly deed: Deed;
}

/**
 * Reads the words behind `ip`.
 *
 * @returns `null` when there is one that only the real `ip` knows what to make of, or to complain of
 */
export function readLine(args: readonly string[]): IpLine | null {
  try {
    return readOptions(args, PLAIN);
  } catch (error) {
    if (error instanceof NotOurs) return null;
    throw error;
  }
}

/** What an option says of the form in which lists are told */
type Aspect = "brief" | "details" | "json" | "oneline";

interface Options {
  readonly netns: readonly string[];
  readonly aspects: ReadonlySet<Aspect>;
  readonly family: Situation["family"];
}

const PLAIN: Options = { netns: [], aspects: new Set(), family: FAMILY.any };

const ASPECTS: Readonly<Record<string, Aspect>> = {
  "-br": "brief",
  "-brief": "brief",
  "--brief": "brief",
  "-d": "details",
  "-details": "details",
  "--details": "details",
  "-j": "json",
  "-json": "json",
  "--json": "json",
  "-o": "oneline",
  "-oneline": "oneline",
  "--oneline": "oneline",
};

/** JSON of the least there is to tell is another thing, and so is all there is, for people */
const FORMS: Readonly<Record<string, IpLine["form"]>> = {
  "": "text",
  json: "json",
  brief: "brief",
  "details json": "details",
  oneline: "oneline",
};

const FAMILIES: Readonly<Record<string, Situation["family"]>> = { "-4": FAMILY.inet, "-6": FAMILY.inet6 };

/** The objects of which we know all there is to tell */
const TOLD_IN_DETAIL: readonly string[] = ["address", "link", "netns"];

/** The commands of routes that are told on a line each, and of one family */
const ROUTE_LISTS: readonly string[] = ["show", "list", "lst"];

function readOptions(args: readonly string[], options: Options): IpLine {
  const [word, ...rest] = args;
  const aspect = entryOf(ASPECTS, word ?? "");
  if (aspect !== undefined) return readOptions(rest, { ...options, aspects: new Set([...options.aspects, aspect]) });
  const family = entryOf(FAMILIES, word ?? "");
  if (family !== undefined) return readOptions(rest, { ...options, family });
  switch (word) {
    case "-n":
    case "-netns":
    case "--netns":
      return readOptions(rest.slice(1), inside(options, rest[0]));
    case "netns":
      return isNested(rest)
        ? readOptions(rest.slice(3), { ...PLAIN, netns: inside(options, rest[1]).netns })
        : readObject(args, options);
    default:
      return readObject(args, options);
  }
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

function readObject([word, command, ...words]: readonly string[], { netns, aspects, family }: Options): IpLine {
  const form = entryOf(FORMS, [...aspects].toSorted().join(" "));
  const name = unabbreviated(word ?? "", Object.keys(OBJECTS)) ?? "";
  const object = OBJECTS[name];
  if (object === null || object === undefined || form === undefined) throw new NotOurs();
  if (form === "details" && !TOLD_IN_DETAIL.includes(name)) throw new NotOurs();
  const called = command === undefined ? object.otherwise : unabbreviated(command, Object.keys(object.commands));
  const reading = called === null ? null : object.commands[called];
  if (reading === null || reading === undefined) throw new NotOurs();
  const isList = name === "route" && ROUTE_LISTS.includes(called ?? "");
  if ((form === "oneline" || family !== FAMILY.any) && !isList) throw new NotOurs();
  return { netns, form, family, deed: reading(words, netns) };
}
