/**
 * A line of `ip`: its options, its object and its verb.
 *
 * @module
 */
import { parse, type Parsed, plainWords } from "../parse.ts";
import type { Context, Verb } from "../verb.ts";
import { IP } from "./ip.ts";

/** A line, read up to its verb */
export interface IpLine {
  /** By their whole names; `null` of one that is none, of which `ip` itself complains, or that is missing */
  readonly object: string | null;
  readonly verb: string | null;
  /** The verb as typed; `null` where there is none, or where the object has no verbs */
  readonly typedVerb: string | null;
  /** What wirework knows of the verb; `null` of one that it does not know */
  readonly known: Verb | null;
  readonly context: Context;
  /** The namespaces that `-n` of its own enters, one from the other */
  readonly entries: readonly string[];
  /** Its other options, by their whole names */
  readonly options: readonly string[];
  /** What is behind the verb */
  readonly words: readonly string[];
}

/**
 * Reads a line.
 *
 * @param enter what enters the network namespace that it runs in
 * @returns or why nobody here knows what it is about, which goes on a sentence
 */
export function readIpLine(args: readonly string[], enter: readonly string[]): IpLine | string {
  const { order, inner, lost, verb } = parse(IP, plainWords(args));
  const options = order.filter(({ name }) => name.startsWith("-") && name !== "--");
  const names = options.map(({ name }) => name);
  if (names.includes("-batch") || names.includes("-force")) return "nobody has read the lines of its file";
  if (names.includes("-all")) return "it is about all network namespaces";
  const entries = options.flatMap(({ name, values }) => (name === "-netns" ? values : []));
  const inside = entries.flatMap((name) => ["ip", "netns", "exec", name]);
  const context = { enter: [...enter, ...inside], family: familyIn(options) };
  const object = order.find(({ name }) => !name.startsWith("-"));
  const [typedVerb = null, ...words] = object?.values ?? args.slice(args.indexOf(lost ?? "") + 1);
  const called = typedVerb === null ? undefined : inner?.order[0]?.name;
  return {
    object: object?.name ?? (lost === null ? "help" : null),
    verb: called === undefined ? null : called === "chg" ? "change" : called,
    typedVerb: inner !== null && hasVerbs(object?.name) ? typedVerb : null,
    known: verb?.verb ?? null,
    context,
    entries,
    options: names.filter((name) => name !== "-netns"),
    words,
  };
}

function familyIn(options: Parsed["order"]): Context["family"] {
  const last = options.findLast(({ name }) => name === "-4" || name === "-6" || name === "-family");
  if (last === undefined) return null;
  return last.name === "-6" || last.values[0] === "inet6" ? "inet6" : "inet";
}

/** Some objects have nothing to change; others than those that there are `ip` itself complains of */
function hasVerbs(object = ""): boolean {
  const leads = IP.words[object]?.leads;
  return typeof leads === "object" && !("touches" in leads) && Object.keys(leads.words).length > 0;
}
