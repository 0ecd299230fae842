/**
 * Added, deleted and replaced rules.
 *
 * @module
 */
import type { Effect } from "../../../programs/effect.ts";
import { beyond, times } from "../../../resources/lists.ts";
import type { InverseStep, Plan } from "../inversion.ts";
import type { Argv, Typed } from "../typed.ts";
import { step } from "../undo-steps.ts";
import { planOfRules, type Rules } from "./filter-rules.ts";
import { ruleWords } from "./printed-rule-words.ts";

type Rule = Effect<"rule">;

/** The changes in words */
const CHANGES: Readonly<Record<Rule["how"], (rule: Rule) => string>> = {
  appends: ({ chain, words }) => `adds a rule to ${chain}: ${words.join(" ")}`,
  inserts: ({ chain, words }) => `adds a rule to ${chain}: ${words.join(" ")}`,
  deletes: ({ chain, place, words }) => `deletes a rule from ${chain}: ${place ?? words.join(" ")}`,
  replaces: ({ chain, place }) => `replaces rule ${place} of ${chain}`,
};

/** Equivalent to: the opposite command, with the exact rule, at its place */
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

/** Plans steps that delete the rules that a chain has gained, and insert those that it has lost at their places */
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
      // Deleting by words would take the first of several equal rules
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
      // Of several equal rules it is the one at this place, or any of them once it has moved
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

/** Lists the rules that a deletion may remove: the one with that number, or all with those words */
function mayLose(rules: readonly string[], rule: Rule): readonly string[] {
  const { place } = rule;
  return place === null ? [...new Set(rules)].filter((line) => hasWords(line, rule)) : rules.slice(place - 1, place);
}

/** Selects the changed rules that the line is about; the others are somebody else's */
function about(rule: Rule, changed: readonly string[]): readonly string[] {
  const own = changed.filter((line) => hasWords(line, rule));
  return changed.length > 1 && own.length > 0 ? own : changed;
}

/** Reports whether a rule has all typed values; a list of addresses makes one rule for each */
function hasWords(line: string, { words }: Rule): boolean {
  const values = words.filter((word) => !word.startsWith("-"));
  return values.every((value) => value.split(",").some((part) => line.includes(part)));
}

/** Returns a rule's number: an appended rule is the last of its equals, an inserted one is at its given place */
function placeOf(line: string, rules: readonly string[], { how, place }: Rule): number {
  return how === "appends" ? rules.lastIndexOf(line) + 1 : (place ?? 1);
}
