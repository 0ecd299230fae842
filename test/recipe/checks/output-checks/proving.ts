/**
 * Checks of what commands print, where a test says what that is.
 */
import { expect } from "bun:test";

import { InFlight } from "../../../../lib/recipe/run/in-flight.ts";
import { SILENT } from "../../../../lib/recipe/run/observer.ts";
import { outputChecks } from "../../../../lib/recipe/checks/output-checks.ts";
import { Prover } from "../../../../lib/recipe/checks/prover.ts";
import type { Question } from "../../../../lib/recipe/checks/question.ts";
import type { CheckReport, PlannedCheck } from "../../../../lib/recipe/run/report.ts";
import type { Line } from "../../../../lib/shell/template/session-line.ts";
import type { Outcome } from "../../../../lib/shell/outcome.ts";
import type { Shell } from "../../../../lib/shell/open-shell.ts";
import { parseIpv4Cidr } from "../../../../lib/values/address/ipv4-cidr.ts";
import { shellOf } from "../../../shell/on-this-machine.ts";
import { type Answer, answering } from "../../../support/terminal/answering.ts";

/** A statement, 7, and what became of its checks */
export interface Proving {
  readonly check: ReturnType<typeof outputChecks>;
  readonly $: Shell;
  readonly checked: readonly CheckReport[];
  readonly planned: readonly { readonly check: PlannedCheck; readonly question: Question }[];
  readonly ran: readonly string[];
  assertAllAwaited(): void;
}

/** Where it is asked; nothing but `cat` of a file has outcomes */
interface Setting {
  readonly knows?: boolean;
  readonly patience?: number;
  readonly docker?: Answer;
}

/** Looks as often as there are outcomes, each of which a command has once; after them, the last one for ever */
export function proving(
  outcomes: readonly Partial<Outcome>[],
  { knows = true, patience = 0, docker = () => ({}) }: Setting = {},
): Proving {
  let at = 0;
  const { performer, ran } = answering((command) => {
    if (!command.startsWith("cat ") || command.includes("/proc")) return docker(command);
    return outcomes[at++] ?? outcomes.at(-1) ?? {};
  }, knows);
  const checked: CheckReport[] = [];
  const planned: { check: PlannedCheck; question: Question }[] = [];
  const observer = {
    ...SILENT,
    checked: (check: CheckReport) => void checked.push(check),
    wouldCheck: (check: PlannedCheck, question: Question) => void planned.push({ check, question }),
  };
  const failures = { patience, meet: () => {}, unmade: () => {} };
  const context = { performer, allowed: ["cat"], observer, inFlight: new InFlight(), failures };
  const { $, assertAllAwaited } = shellOf(performer);
  const check = outputChecks(new Prover(context, 7, "a name"), performer);
  return { check, $, checked, planned, ran, assertAllAwaited };
}

/** The line of a command */
export function asked(text: string): Line {
  return expect.objectContaining({ text }) as unknown as Line; // as bun's own types have it
}

const network = parseIpv4Cidr("10.1.0.2/16");

/** Networks, and what is said of one of them */
export const TEXTS = {
  network,
  docker0: parseIpv4Cidr("172.17.42.1/16"),
  host: (ok: boolean) =>
    [
      "an address of 10.1.0.0/16, not 10.1.0.2",
      ok ? "eth0 10.1.0.9/16" : "eth0 10.1.0.2/16",
      ok,
    ] as const satisfies readonly [string, string, boolean],
};
