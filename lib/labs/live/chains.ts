/** A chain of rules that is not as an untouched machine has it */
export interface LiveChain {
  readonly table: string;
  readonly chain: string;
  /** What becomes of a packet that no rule decides on; `null` in a chain that others jump to */
  readonly policy: string | null;
  /** Each as it would be made */
  readonly rules: readonly string[];
}

/**
 * Reads the chains that have rules, or that somebody has made, or whose policy is another than to accept: of what
 * iptables-save(8) prints.
 *
 * @example
 * ```ts
 * import { chainsIn } from "./chains.ts";
 * import { expect } from "bun:test";
 *
 * const text = "*filter\n:INPUT ACCEPT [0:0]\n:FORWARD DROP [0:0]\n-A FORWARD -j ACCEPT\nCOMMIT\n";
 * expect(chainsIn(text)).toEqual([{ table: "filter", chain: "FORWARD", policy: "DROP", rules: ["-A FORWARD -j ACCEPT"] }]);
 * ```
 */
export function chainsIn(text: string): readonly LiveChain[] {
  const tables = text.split(/^\*/m).slice(1);
  return tables.flatMap((part) => {
    const [table = "", ...lines] = part.split("\n");
    return lines.flatMap((line) => {
      const [, chain, policy] = /^:(\S+) (\S+)/.exec(line) ?? [];
      if (chain === undefined || policy === undefined) return [];
      const rules = lines.filter((rule) => rule.startsWith(`-A ${chain} `));
      const isUntouched = rules.length === 0 && policy === "ACCEPT";
      return isUntouched ? [] : [{ table, chain, policy: policy === "-" ? null : policy, rules }];
    });
  });
}
