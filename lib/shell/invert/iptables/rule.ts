/**
 * Rules that were added, deleted or replaced.
 *
 * @module
 */
import type { Effect } from "../../../programs/effect.ts";
import { beyond, times } from "../../../resources/lists.ts";
import type { InverseStep, Plan } from "../inversion.ts";
import type { Argv, Typed } from "../typed.ts";
import { step } from "../undo-steps.ts";
import { planOfRules, type Rules } from "./rules.ts";
import { ruleWords } from "./rule-words.ts";

type Rule = Effect<"rule">;

/** In words */
const CHANGES: Readonly<Record<Rule["how"], (rule: Rule) => string>> = {
  appends: ({ chain, words }) => `adds a rule to ${chain}: ${words.join(" ")}`,
  inserts: ({ chain, words }) => `adds a rule to ${chain}: ${words.join(" ")}`,
  deletes: ({ chain, place, words }) => `deletes a rule from ${chain}: ${place ?? words.join(" ")}`,
  replaces: ({ chain, place }) => `replaces rule ${place} of ${chain}`,
};

/** Equivalent to: the opposite line, with the exact rule, at its place */
export function planOfRule(rule: Rule, typed: Typed): Plan {
  return planOfRules(
    {
      table: rule.table,
      changes: CHANGES[rule.how](rule),
      steps: (before, after, iptables) => steps(rule, { before, after }, iptables),
    },
    typed,
  );
}

/** Takes away what a chain got, and puts back at its place what it has lost */
function steps(
  rule: Rule,
  { before: { network, lines }, after }: { readonly before: Rules; readonly after: Rules | null },
  iptables: Argv,
): readonly InverseStep[] {
  const { chain, how } = rule;
  if (network === null) return [];
  const before = rulesOf(lines, chain);
  const now = after === null ? null : rulesOf(after.lines, chain);
  const list = [...iptables, "-S", chain] as const;
  const takes = { kind: "listed", network, list } as const;

  const given = now === null ? [] : about(rule, beyond(now, before));
  const lost =
    now === null
      ? how === "deletes" || how === "replaces"
        ? mayLose(before, rule)
        : []
      : about(rule, beyond(before, now));
  const planned = now === null && how !== "deletes" ? [rule.words] : [];
  return [
    ...planned.flatMap((words) => {
      const byWords = step(network.enter, [...iptables, "-D", chain, ...words], {
        ...takes,
        place: null,
        line: null,
        before: lines.filter((line) => line.includes(` ${chain}`)),
        change: "made",
      });
      // By its words it would be the first of those that are the same
      const number = `${how === "appends" ? before.length + 1 : (rule.place ?? 1)}`;
      const place = [...list, number] as const;
      const byPlace = [...new Set(before.filter((line) => hasWords(line, rule)))].map((line) => {
        const same = Array.from({ length: times(line, before) }, () => line);
        const made = { ...takes, line, before: same, change: "made", place } as const;
        return step(network.enter, [...iptables, "-D", chain, number], made);
      });
      return [...byPlace, byWords];
    }),
    ...given.flatMap((line) => {
      const same = Array.from({ length: times(line, before) }, () => line);
      const made = { ...takes, line, before: same, change: "made" } as const;
      const byWords = step(network.enter, [...iptables, "-D", chain, ...ruleWords(line).slice(2)], {
        ...made,
        place: null,
      });
      if (same.length === 0) return [byWords];
      // Of several that are the same it is the one at this place, or any of them once it is elsewhere
      const number = `${placeOf(line, now ?? [], rule)}`;
      const place = [...list, number] as const;
      return [step(network.enter, [...iptables, "-D", chain, number], { ...made, place }), byWords];
    }),
    ...lost.map((line) =>
      step(network.enter, [...iptables, "-I", chain, `${before.indexOf(line) + 1}`, ...ruleWords(line).slice(2)], {
        ...takes,
        place: null,
        line,
        before: Array.from({ length: times(line, before) }, () => line),
        change: "removed",
      }),
    ),
  ];
}

function rulesOf(lines: readonly string[], chain: string): readonly string[] {
  return lines.filter((line) => line.startsWith(`-A ${chain} `) || line === `-A ${chain}`);
}

/** The rules that a deletion may be about: the one of that number, or all that have its words */
function mayLose(rules: readonly string[], rule: Rule): readonly string[] {
  const { place } = rule;
  return place === null ? [...new Set(rules)].filter((line) => hasWords(line, rule)) : rules.slice(place - 1, place);
}

/** Of several that have changed meanwhile, those that the line is about: others are somebody else's */
function about(rule: Rule, changed: readonly string[]): readonly string[] {
  const own = changed.filter((line) => hasWords(line, rule));
  return changed.length > 1 && own.length > 0 ? own : changed;
}

/** Whether a rule has all values as they were typed; of a list of addresses each rule has one */
function hasWords(line: string, { words }: Rule): boolean {
  const values = words.filter((word) => !word.startsWith("-"));
  return values.every((value) => value.split(",").some((part) => line.includes(part)));
}

/** One that is appended is the last of those that are the same, one that is inserted is where it was to be */
function placeOf(line: string, rules: readonly string[], { how, place }: Rule): number {
  return how === "appends" ? rules.lastIndexOf(line) + 1 : (place ?? 1);
}
