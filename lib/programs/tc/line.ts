/**
 * `tc`: how packets wait before they leave an interface.
 *
 * Sources: tc(8); iproute2's tc/tc.c and tc/tc_qdisc.c
 *
 * @module
 */
import { firstMatch } from "../ip/objects.ts";
import type { ReadLine } from "../read-line.ts";
import { QDISC_VERBS } from "./qdisc.ts";

const OBJECTS = ["qdisc", "class", "filter", "chain", "actions", "monitor", "exec", "help"];
const VERBS = ["add", "change", "replace", "link", "delete", "get", "list", "show", "lst", "help"];
const SHOWS: ReadonlySet<string> = new Set(["get", "list", "show", "lst", "help"]);

/** Reads a line up to its verb */
export const readTcLine: ReadLine = (args, enter) => {
  const inside: string[] = [];
  let at = 0;
  for (; args[at]?.startsWith("-") === true; at++) {
    const option = args[at] ?? "";
    if (/^--?(?:b(?:a(?:t(?:ch?)?)?)?|force)$/.test(option)) return "nobody has read the lines of its file";
    if (/^--?n(?:e(?:t(?:ns?)?)?)?$/.test(option)) inside.push("ip", "netns", "exec", args[++at] ?? "");
    else if (/^--?c(?:f|onf?)?$/.test(option)) at++;
  }
  const [word = "help", typedVerb = "show", ...words] = args.slice(at);
  const object = firstMatch(word, OBJECTS);
  // Of what there isn't, tc itself says so
  if (object === null || object === "monitor" || object === "help") return null;
  const verb = firstMatch(typedVerb, VERBS);
  if (verb === null || SHOWS.has(verb)) return null;
  const known = object === "qdisc" ? QDISC_VERBS[verb] : undefined;
  if (known === undefined) return `wirework does not know how \`tc ${object} ${verb}\` is undone`;
  return { verb: known, context: { enter: [...enter, ...inside], family: null }, words };
};
