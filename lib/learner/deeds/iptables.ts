import { type IptablesCommand, readIptables } from "../../shell/invert/iptables/words.ts";
import type { Typed } from "../../shell/invert/typed.ts";
import type { Deed, Polarity } from "../deed.ts";

/** Commands about one rule that is spelled out, and whether it is there afterwards */
const RULES: Partial<Readonly<Record<IptablesCommand, Polarity>>> = { A: "there", I: "there", D: "gone" };

/** What a line of `iptables` does to a rule */
export function iptablesDeeds({ args, enter }: Typed): readonly Deed[] {
  const line = readIptables(args);
  const polarity = line === null ? undefined : RULES[line.command];
  if (line === null || polarity === undefined || line.chain === null || line.rule.length === 0) return [];
  const rule = [line.chain, ...line.rule];
  return [
    {
      kind: "rule",
      polarity,
      way: enter,
      check: ["iptables", "-t", line.table, "-C", ...rule],
      rule: `-A ${rule.join(" ")}`,
    },
  ];
}
