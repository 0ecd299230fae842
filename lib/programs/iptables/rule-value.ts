/**
 * Spells the words of an iptables rule in one way, so that equal rules have equal words.
 *
 * @module
 */
import { readIpPrefix } from "../../values/address/ip-notation.ts";
import { ownEntry } from "../parse/own-entry.ts";
import { IPTABLES } from "./iptables.ts";

/** Options that take an address or a network */
const ADDRESSES: ReadonlySet<string> = new Set(["-s", "-d"]);

/**
 * Spells the words of a rule, of `iptables` or another program of its kind.
 *
 * @example
 * ```ts
 * import { ruleValue } from "./rule-value.ts";
 * import { expect } from "bun:test";
 *
 * expect(ruleValue("iptables", ["--source=10/8", "--jump", "DROP"])).toEqual(["-s", "10.0.0.0/8", "-j", "DROP"]);
 * ```
 */
export function ruleValue(program: string, words: readonly string[]): readonly string[] {
  const family = program === "ip6tables" ? "inet6" : "inet";
  const divided = words.flatMap((word) => /^(--[\w-]+)=(.*)$/s.exec(word)?.slice(1) ?? [word]);
  const spelled = divided.map((word) => ownEntry(IPTABLES.grammar.words, word)?.same ?? word);
  return spelled.map((word, at) =>
    ADDRESSES.has(spelled[at - 1] ?? "") ? (readIpPrefix(word, family) ?? word) : word,
  );
}
