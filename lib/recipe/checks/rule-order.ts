/**
 * Checks the order in which a packet traverses rules.
 *
 * @module
 */
import { Handle } from "../../shell/template/handle.ts";
import { type Expected, type Proof, spelled, textsOf } from "./output-proof.ts";
import { hasWords, rulesMet } from "./rule-walk.ts";

/** Words of one rule; or of several, in any order */
export type ExpectedRule = Expected | readonly Expected[];

/**
 * Requires that a packet in `chain` of an `iptables -S` listing traverses rules with these words, in this
 * order. Only the first rule with the words counts, since a packet has passed it by then.
 */
export function metInOrder(chain: string, expected: readonly ExpectedRule[]): Proof {
  textsOf(expected.flatMap(groupOf));
  const groups = expected.map((rule) => textsOf(groupOf(rule)));
  return (listing) => {
    const way = rulesMet(listing, chain);
    const found: number[] = [];
    for (const group of groups) {
      const last = found.at(-1) ?? -1;
      const places = group.map((text) => way.findIndex((line) => hasWords(line, text)));
      if (places.some((place) => place <= last) || new Set(places).size < places.length) return null;
      found.push(...places.toSorted((one, other) => one - other));
    }
    return found.flatMap((place) => way[place] ?? []);
  };
}

/** Spells expected rules for the reader */
export function spelledRules(expected: readonly ExpectedRule[]): string {
  return expected
    .map(groupOf)
    .map((group) => spelled(group).join(" and ") + (group.length > 1 ? ", in any order" : ""))
    .join("\n");
}

function groupOf(expected: ExpectedRule): readonly Expected[] {
  return typeof expected === "string" || Handle.is(expected) ? [expected] : expected;
}
