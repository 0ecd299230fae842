/**
 * `iptables` and `ip6tables`.
 *
 * @module
 */
import { IPTABLES } from "../../../programs/iptables/iptables.ts";
import { type IptablesCommand, type IptablesLine, readIptables } from "../../../programs/iptables/line.ts";
import { parse, plainWords } from "../../../programs/parse.ts";
import type { Network } from "../../../resources/identity.ts";
import { type InverseStep, NONE, type Plan, unknown } from "../inversion.ts";
import { linesOf } from "../printed-lines.ts";
import type { Look } from "../../../resources/look.ts";
import { networkBehind, textIn } from "../../../resources/network.ts";
import type { Argv, Typed } from "../typed.ts";
import { comparing } from "../undo-steps.ts";
import { chainSteps } from "./chain-steps.ts";
import { ruleSteps } from "./rule-steps.ts";

/** The rules of a table, in the words of `iptables -S`, at a moment */
export interface Rules {
  readonly network: Network | null;
  readonly lines: readonly string[];
}

/** A line of iptables that is to be taken back */
export interface Meant extends IptablesLine {
  /** `iptables -w -t TABLE` */
  readonly iptables: Argv;
}

type Steps = (before: Rules, after: Rules | null, meant: Meant) => readonly InverseStep[];

/** How each command is taken back, or why it isn't */
const COMMANDS: Readonly<Record<IptablesCommand, Steps | "shows" | { readonly reason: string }>> = {
  A: ruleSteps,
  I: ruleSteps,
  D: ruleSteps,
  R: ruleSteps,
  N: chainSteps,
  X: chainSteps,
  P: chainSteps,
  E: chainSteps,
  F: { reason: "it takes away rules of any origin" },
  Z: { reason: "what was counted is lost" },
  L: "shows",
  S: "shows",
  C: "shows",
};

/** What each does, in words */
const TELL: Readonly<Record<string, (line: IptablesLine) => string>> = {
  A: ({ chain, rule }) => `adds a rule to ${chain}: ${rule.join(" ")}`,
  I: ({ chain, rule }) => `adds a rule to ${chain}: ${rule.join(" ")}`,
  D: ({ chain, number, rule }) => `deletes a rule from ${chain}: ${number ?? rule.join(" ")}`,
  R: ({ chain, number }) => `replaces rule ${number} of ${chain}`,
  N: ({ chain }) => `makes the chain ${chain}`,
  X: ({ chain }) => `deletes ${chain === null ? "all chains that are empty" : `the chain ${chain}`}`,
  P: ({ chain, rule }) => `sets the policy of ${chain} to ${rule.join(" ")}`,
  E: ({ chain, rule }) => `renames the chain ${chain} to ${rule.join(" ")}`,
};

/** Equivalent to: the opposite line, with the exact rule, at its place */
export function iptables(typed: Typed): Plan {
  const parsed = parse(IPTABLES.grammar, plainWords(typed.args));
  const line = readIptables(parsed);
  if (line === null)
    return parsed.belongs.every((option) => option === "-h" || option === "-V")
      ? NONE
      : unknown("nobody here knows which rule it is about");
  const how = COMMANDS[line.command];
  if (how === "shows") return NONE;
  if ("reason" in how) return unknown(how.reason);
  const meant: Meant = { ...line, iptables: [typed.program, "-w", "-t", line.table] };
  return comparing<Rules>({
    argv: typed.argv,
    changes: TELL[line.command]?.(line) ?? "changes rules",
    see: (look) => see(look, typed, meant),
    steps: (before, after) => how(before, after, meant),
  });
}

async function see(look: Look, { enter }: Typed, { iptables: program }: Meant): Promise<Rules> {
  const network = await networkBehind(look, enter);
  return { network, lines: linesOf((await textIn(look, enter, [...program, "-S"])) ?? "") };
}
