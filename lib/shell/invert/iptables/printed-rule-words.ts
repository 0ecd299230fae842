/**
 * Splits a line printed by `iptables -S` into words; its quotes work like a shell's `"…"`.
 *
 * @example
 * ```ts
 * import { ruleWords } from "./printed-rule-words.ts";
 * import { expect } from "bun:test";
 *
 * expect(ruleWords(String.raw`-A FORWARD -m comment --comment "a \"b\"" -j DROP`)).toEqual(
 *   ["-A", "FORWARD", "-m", "comment", "--comment", 'a "b"', "-j", "DROP"],
 * );
 * ```
 */
export function ruleWords(line: string): readonly string[] {
  const words = line.matchAll(/"((?:[^"\\]|\\.)*)"|\S+/g);
  return [...words].map(([word, quoted]) => quoted?.replace(/\\(.)/g, "$1") ?? word);
}
