/**
 * Which rules a packet must meet before which.
 *
 * @module
 */
import { Handle } from "../../shell/template/handle.ts";
import { type Expected, type Proof, spelled, textsOf } from "./output-proof.ts";
import { hasWords, rulesMet } from "./rule-walk.ts";

/** Words of a rule; or of several, which may be met in any order */
export type ExpectedRule = Expected | readonly Expected[];

/**
 * In a listing of `iptables -S`, a packet in `chain` meets a rule with each of the words, in this order. It is the first
 * rule with these words that counts: what a packet has met before can't be made up for.
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

/** As they are announced */
export function spelledRules(expected: readonly ExpectedRule[]): string {
  return expected
    .map(groupOf)
    .map((group) => spelled(group).join(" and ") + (group.length > 1 ? ", in any order" : ""))
    .join("\n");
}

function groupOf(expected: ExpectedRule): readonly Expected[] {
  return typeof expected === "string" || Handle.is(expected) ? [expected] : expected;
}
