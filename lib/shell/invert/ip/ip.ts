/**
 * `ip`: which object and which verb is meant, and who takes it back.
 *
 * @module
 */
import { NONE, type Plan, unknown } from "../inversion.ts";
import type { Typed } from "../typed.ts";
import { OBJECTS, SHOWS, UNCHANGED } from "./objects.ts";
import { firstMatch } from "./words.ts";

/** Verbs that change nothing */
const HARMLESS: ReadonlySet<string> = new Set([
  ...SHOWS,
  ..."get test save showdump help xstats afstats identify pids list-id monitor".split(" "),
]);

/** Why some are not taken back */
const REASONS: Readonly<Record<string, string>> = {
  flush: "it takes away entries of any origin",
  restore: "it adds whatever is in its input",
};

/** Equivalent to: the opposite `ip` line */
export function ip(typed: Typed): Plan {
  const line = skipOptions(typed);
  if ("kind" in line) return line;
  const [word = "help", verb, ...words] = line.args;
  const name = firstMatch(word, Object.keys(OBJECTS)) ?? "help"; // Of an object that there isn't, ip itself says so
  const object = OBJECTS[name] ?? UNCHANGED;
  if (verb === undefined || object === UNCHANGED) return NONE;
  const found = firstMatch(verb, object.verbs);
  const invert = found === null ? undefined : object.inverts[found === "chg" ? "change" : found];
  if (invert !== undefined) return invert({ ...typed, args: line.options, enter: line.enter }, words);
  if (found !== null && HARMLESS.has(found)) return NONE;
  return unknown(REASONS[found ?? ""] ?? `nobody here knows how \`ip ${name} ${found ?? verb}\` is taken back`);
}

/** What comes after the options, and what they say */
interface Line {
  readonly args: readonly string[];
  readonly options: readonly string[];
  readonly enter: readonly string[];
}

/** Options with a word after them; `-n NAME` runs all in a network, as `ip netns exec NAME` does */
const WITH_WORD =
  /^--?(?:l(?:o(?:o(?:p(?:s)?)?)?)?|f(?:a(?:m(?:i(?:ly?)?)?)?)?|rc(?:v(?:b(?:uf?)?)?)?|n(?:e(?:t(?:ns?)?)?)?)$/;

/** Reads what comes before the object */
export function skipOptions({ args, enter }: Typed): Line | Plan {
  const options: string[] = [];
  const inside: string[] = [];
  let at = 0;
  for (; args[at]?.startsWith("-") === true && args[at] !== "--"; at++) {
    const option = args[at] ?? "";
    if (/^--?(?:b(?:a|at|atc|atch)?|force)$/.test(option)) return unknown("nobody has read the lines of its file");
    if (/^--?a(?:ll?)?$/.test(option)) return unknown("it is about all network namespaces");
    const word = WITH_WORD.test(option) ? (args[++at] ?? "") : null;
    if (/^--?n(?:e|et|etn|etns)?$/.test(option)) inside.push("ip", "netns", "exec", word ?? "");
    else if (/^--?f/.test(option)) options.push(word === "inet6" ? "-6" : "-4");
    else options.push(option);
  }
  return { args: args.slice(args[at] === "--" ? at + 1 : at), options, enter: [...enter, ...inside] };
}
