/**
 * Rules and chains of an iptables table, at a moment.
 *
 * @module
 */
import type { Entering } from "../../../resources/entering.ts";
import type { Network } from "../../../resources/identity.ts";
import type { Look } from "../../../resources/look.ts";
import { networkBehind, textIn } from "../../../resources/network.ts";
import type { InverseStep, Plan } from "../inversion.ts";
import { linesOf } from "../printed-lines.ts";
import type { Argv, Typed } from "../typed.ts";
import { comparing } from "../undo-steps.ts";

/** The rules of a table, in the words of `iptables -S`, at a moment */
export interface Rules {
  readonly network: Network | null;
  readonly lines: readonly string[];
}

/** A change of a table, and its undo */
export interface RulesChange {
  readonly table: string;
  readonly changes: string;
  /** @param iptables `iptables -w -t TABLE` */
  steps(before: Rules, after: Rules | null, iptables: Argv): readonly InverseStep[];
}

/** Plans the undo of a command by the lines of its table before and after */
export function planOfRules({ table, changes, steps }: RulesChange, { argv, program, enter }: Typed): Plan {
  const iptables: Argv = [program, "-w", "-t", table];
  return comparing<Rules>({
    argv,
    changes,
    see: (look) => see(look, enter, iptables),
    steps: (before, after) => steps(before, after, iptables),
  });
}

async function see(look: Look, enter: Entering, iptables: Argv): Promise<Rules> {
  const network = await networkBehind(look, enter);
  return { network, lines: linesOf((await textIn(look, enter, [...iptables, "-S"])) ?? "") };
}
