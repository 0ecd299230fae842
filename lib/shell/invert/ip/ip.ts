/**
 * `ip`: which object and which verb is meant, and what undoes it.
 *
 * @module
 */
import { readIpLine } from "../../../programs/ip/line.ts";
import { NONE, type Plan, unknown } from "../inversion.ts";
import type { Typed } from "../typed.ts";
import { planOfVerb } from "../verb-plan.ts";
import { netnsAdd, netnsDelete } from "./netns.ts";

/** Verbs that change nothing */
const HARMLESS: ReadonlySet<string> = new Set(
  "show list lst get test save showdump help xstats afstats identify pids list-id monitor".split(" "),
);

/** Why some are not undone */
const REASONS: Readonly<Record<string, string>> = {
  flush: "it takes away entries of any origin",
  restore: "it adds whatever is in its input",
};

/** Entries of `/var/run/netns`, and the folder of all of them */
const NETNS: Readonly<Record<string, (typed: Typed, words: readonly string[]) => Plan>> = {
  add: netnsAdd,
  attach: netnsAdd,
  delete: netnsDelete,
};

/** Equivalent to: the opposite `ip` line */
export function ip(typed: Typed): Plan {
  const line = readIpLine(typed.args, typed.enter);
  if (typeof line === "string") return unknown(line);
  const { object, verb, typedVerb, known, context, words } = line;
  if (typedVerb === null) return NONE;
  if (known !== null) return planOfVerb(known, typed, words, context);
  const netns = object === "netns" ? NETNS[verb ?? ""] : undefined;
  if (netns !== undefined) return netns({ ...typed, enter: context.enter }, words);
  if (verb !== null && HARMLESS.has(verb)) return NONE;
  return unknown(REASONS[verb ?? ""] ?? `wirework does not know how \`ip ${object} ${verb ?? typedVerb}\` is undone`);
}
