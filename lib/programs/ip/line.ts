/**
 * A line of `ip`: its options, its object and its verb.
 *
 * @module
 */
import type { Context, Verb } from "../verb.ts";
import { firstMatch, OBJECTS } from "./objects.ts";

/** A line, read up to its verb */
export interface IpLine {
  /** By their whole names; `null` of one that is none, of which `ip` itself complains, or that is missing */
  readonly object: string | null;
  readonly verb: string | null;
  /** The verb as typed; `null` where there is none */
  readonly typedVerb: string | null;
  /** What wirework knows of the verb; `null` of one that it does not know */
  readonly known: Verb | null;
  readonly context: Context;
  /** The namespaces that `-n` of its own enters, one from the other */
  readonly entries: readonly string[];
  /** Its other options, as typed */
  readonly options: readonly string[];
  /** What is behind the verb */
  readonly words: readonly string[];
}

/** Options with a word after them; `-n NAME` runs all in a namespace, as `ip netns exec NAME` does */
const WITH_WORD =
  /^--?(?:l(?:o(?:o(?:p(?:s)?)?)?)?|f(?:a(?:m(?:i(?:ly?)?)?)?)?|rc(?:v(?:b(?:uf?)?)?)?|n(?:e(?:t(?:ns?)?)?)?)$/;

/**
 * Reads a line.
 *
 * @param enter what enters the network namespace that it runs in
 * @returns or why nobody here knows what it is about, which goes on a sentence
 */
export function readIpLine(args: readonly string[], enter: readonly string[]): IpLine | string {
  const line = skipOptions(args, enter);
  if (typeof line === "string") return line;
  const { context, entries, options } = line;
  const [word = "help", typedVerb = null, ...words] = line.args;
  const object = firstMatch(word, Object.keys(OBJECTS));
  const { verbs = [], known = {} } = object === null ? {} : (OBJECTS[object] ?? {});
  const match = firstMatch(typedVerb ?? "", verbs);
  const verb = match === "chg" ? "change" : match;
  return { object, verb, typedVerb, known: known[verb ?? ""] ?? null, context, entries, options, words };
}

interface Rest extends Pick<IpLine, "context" | "entries" | "options"> {
  readonly args: readonly string[];
}

function skipOptions(args: readonly string[], enter: readonly string[]): Rest | string {
  let family: Context["family"] = null;
  const entries: string[] = [];
  const options: string[] = [];
  let at = 0;
  for (; args[at]?.startsWith("-") === true && args[at] !== "--"; at++) {
    const option = args[at] ?? "";
    if (/^--?(?:b(?:a|at|atc|atch)?|force)$/.test(option)) return "nobody has read the lines of its file";
    if (/^--?a(?:ll?)?$/.test(option)) return "it is about all network namespaces";
    const word = WITH_WORD.test(option) ? (args[++at] ?? "") : null;
    if (/^--?n(?:e|et|etn|etns)?$/.test(option)) entries.push(word ?? "");
    else options.push(option);
    if (/^--?f/.test(option)) family = word === "inet6" ? "inet6" : "inet";
    else if (option === "-6") family = "inet6";
    else if (option === "-4") family = "inet";
  }
  const inside = entries.flatMap((name) => ["ip", "netns", "exec", name]);
  const context = { enter: [...enter, ...inside], family };
  return { args: args.slice(args[at] === "--" ? at + 1 : at), context, entries, options };
}
