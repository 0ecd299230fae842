/**
 * Rules that were added, deleted or replaced.
 *
 * @module
 */
import type { InverseStep } from "../inversion.ts";
import { beyond, times } from "../../../resources/lists.ts";
import { step } from "../undo-steps.ts";
import type { Meant, Rules } from "./iptables.ts";
import { ruleWords } from "./rule-words.ts";

/** Takes away what a chain got, and puts back at its place what it has lost */
export function ruleSteps({ network, lines }: Rules, after: Rules | null, meant: Meant): readonly InverseStep[] {
  const { chain, iptables, command } = meant;
  if (network === null || chain === null) return [];
  const before = rulesOf(lines, chain);
  const now = after === null ? null : rulesOf(after.lines, chain);
  const list = [...iptables, "-S", chain] as const;
  const takes = { kind: "listed", network, list } as const;

  const given = now === null ? [] : about(meant, beyond(now, before));
  const lost =
    now === null
      ? command === "D" || command === "R"
        ? mayLose(before, meant)
        : []
      : about(meant, beyond(before, now));
  const planned = now === null && command !== "D" ? [meant.rule] : [];
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
      const number = `${command === "A" ? before.length + 1 : (meant.number ?? 1)}`;
      const place = [...list, number] as const;
      const byPlace = [...new Set(before.filter((line) => hasWords(line, meant)))].map((line) => {
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
      const number = `${placeOf(line, now ?? [], meant)}`;
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
function mayLose(rules: readonly string[], meant: Meant): readonly string[] {
  const { number } = meant;
  return number === null
    ? [...new Set(rules)].filter((line) => hasWords(line, meant))
    : rules.slice(number - 1, number);
}

/** Of several that have changed meanwhile, those that the line is about: others are somebody else's */
function about(meant: Meant, changed: readonly string[]): readonly string[] {
  const own = changed.filter((line) => hasWords(line, meant));
  return changed.length > 1 && own.length > 0 ? own : changed;
}

/** Whether a rule has all values as they were typed; of a list of addresses each rule has one */
function hasWords(line: string, { rule }: Meant): boolean {
  const values = rule.filter((word) => !word.startsWith("-"));
  return values.every((value) => value.split(",").some((part) => line.includes(part)));
}

/** One that is appended is the last of those that are the same, one that is inserted is where it was to be */
function placeOf(line: string, rules: readonly string[], { command, number }: Meant): number {
  return command === "A" ? rules.lastIndexOf(line) + 1 : (number ?? 1);
}
