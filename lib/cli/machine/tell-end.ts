/**
 * Prints the end of a run on this machine.
 *
 * @module
 */
import type { PartlyUndone } from "../../labs/machine/partly-undone.ts";
import type { RunReport } from "../../recipe/run/report.ts";
import { errorDocument, explanationLines } from "../errors/explain.ts";
import { EXIT, exitStatusOf } from "../errors/exit-status.ts";
import { complain, printLine } from "../terminal/standard-output.ts";
import type { RunnerEnd } from "../run/runner.ts";
import type { RunRequest } from "../options/run-request.ts";
import type { StopSignal } from "../run/signals.ts";

/** Says whether the effects of a run were kept or undone */
export type Fate =
  | { readonly met: "undone" | "kept as a lab" | "kept for a look" }
  | { readonly met: "left"; readonly error: PartlyUndone };

/** The end of a run */
export interface MachineEnd {
  readonly lab: string;
  readonly runner: RunnerEnd;
  /** The signal that stopped it, or `quit` in a stepped run */
  readonly stoppedBy: StopSignal | "quit" | null;
  readonly fate: Fate;
}

/** The last lines of a successful transcript */
const LAST_LINES: Record<Fate["met"], (lab: string) => readonly string[]> = {
  undone: () => ["this machine is as it was before"],
  "kept as a lab": (lab) => [
    `the lab ${lab} is up on this machine until you remove it:`,
    "  wirework ps",
    `  wirework down ${lab}`,
  ],
  "kept for a look": () => [],
  left: () => [],
};

/** Prints the end; returns the exit status */
export function tellEnd({ telling }: RunRequest, end: MachineEnd): number {
  const { lab, runner, stoppedBy, fate } = end;
  const exit = statusOf(end);
  if (telling === "json") {
    printLine(documentOf(end, exit));
    return exit;
  }
  if (runner.errors !== "") complain(runner.errors.trimEnd());
  if (runner.killedBy !== null && stoppedBy === null) complain(`wirework: ${killed(runner)}`);
  if (fate.met === "left")
    for (const line of explanationLines({ ...fate.error, message: fate.error.message, try: fate.error.tryThis }))
      complain(line);
  if (fate.met === "kept for a look")
    complain(`wirework: its changes are still there. Undo them:\n  sudo wirework down ${lab}`);
  if (exit === EXIT.done && telling === "transcript") for (const line of LAST_LINES[fate.met](lab)) printLine(line);
  return exit;
}

function statusOf({ runner, stoppedBy, fate }: MachineEnd): number {
  if (fate.met === "left") return EXIT.left;
  if (stoppedBy === "quit") return EXIT.done;
  if (stoppedBy !== null) return exitStatusOf(stoppedBy);
  return runner.killedBy === null ? runner.status : EXIT.failed;
}

function killed({ killedBy }: RunnerEnd): string {
  return `The runner was killed (${killedBy})`;
}

/** Completes the runner's report with what is known only now; without a report, states the reason */
function documentOf({ runner, stoppedBy, fate }: MachineEnd, exit: number): string {
  const left =
    fate.met === "left" ? fate.error.left.map(({ of, why, try: line }) => `${of}: ${why}; try: ${line}`) : [];
  const text = Buffer.from(runner.output).toString().trim();
  if (text !== "") {
    const report = JSON.parse(text) as RunReport; // our own runner's
    return JSON.stringify({ ...report, left, ...(exit === EXIT.done ? {} : { exit }) });
  }
  const error =
    stoppedBy === null
      ? ({ kind: "killed", message: killed(runner) } as const)
      : ({ kind: "stopped", message: `Stopped by ${stoppedBy}` } as const);
  return errorDocument({ ...error, cause: left.join("\n") || null, try: null, exit });
}
