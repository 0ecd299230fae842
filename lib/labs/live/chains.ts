/** A chain that differs from those of an untouched machine */
export interface LiveChain {
  readonly table: string;
  readonly chain: string;
  /** The policy for packets that no rule matches; `null` for a user-defined chain */
  readonly policy: string | null;
  /** The rules, each as the arguments that add it */
  readonly rules: readonly string[];
}

/**
 * Finds the chains with rules, user-defined chains, and chains with another policy than ACCEPT in the output
 * of iptables-save(8).
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
