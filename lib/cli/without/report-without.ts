/**
 * Reports the end of a run without a step.
 *
 * @module
 */
import { CheckFailed } from "../../recipe/checks/prover.ts";
import type { OutlinedStep } from "../../recipe/run/outline.ts";
import type { CheckReport } from "../../recipe/run/report.ts";
import type { RunResult } from "../../recipe/run/run-recipe.ts";
import { StepError } from "../../shell/failure/step-error.ts";
import { namedStatements } from "../claims/named-statements.ts";
import { explainFailure, explanationLines } from "../errors/explain.ts";
import { EXIT } from "../errors/exit-status.ts";
import { complain, printLine } from "../terminal/standard-output.ts";
import type { ToldRecipe } from "../options/run-request.ts";
import type { LeftOut } from "./left-out.ts";

/** The skipped step, and the recipe's planned checks */
export interface WithoutStep {
  readonly number: number;
  readonly step: OutlinedStep;
  readonly checks: number;
}

/** The results of such a run */
interface Shown {
  readonly failing: readonly CheckReport[];
  /** The number of checks that it did not reach, or could not run */
  readonly unreached: number;
}

/** Prints the checks that need the step; returns the exit status, which is a failure's when there are none */
export function printWithout(told: ToldRecipe, result: RunResult, without: WithoutStep, leftOut: LeftOut): number {
  const { failure, checks } = result;
  // A failed check is expected here; another error that ended the run may not be
  const stop = failure === null || failure instanceof CheckFailed ? null : explainFailure(failure, told);
  if (stop !== null && !(failure instanceof StepError)) {
    for (const line of explanationLines(stop)) complain(line);
    return stop.exit;
  }
  const unmade = leftOut.unmadeChecks;
  const shown = {
    failing: checks.filter((check) => !check.ok && !unmade.has(check)),
    unreached: without.checks - checks.length + unmade.size,
  };
  const isShown = shown.failing.length > 0 || shown.unreached > 0;
  const exit = isShown ? EXIT.done : EXIT.failed;
  if (told.telling === "json") {
    printLine(JSON.stringify({ ...documentOf(told, result, without, leftOut, shown), ok: isShown, exit }));
    return exit;
  }
  if (failure instanceof StepError && told.telling === "transcript") {
    printLine(`\nthe run stops here: ${failure.message}`);
    if (failure.cause !== null) printLine(`  cause: ${failure.cause}`);
  }
  if (!isShown) complain(`wirework: Without step ${without.number} all checks of ${told.name} pass: none needs it`);
  // A quiet run prints only what went wrong, which is this
  else
    for (const line of [...(told.telling === "transcript" ? [""] : []), ...summary(told, without, shown)])
      printLine(line);
  return exit;
}

function summary(
  { name }: ToldRecipe,
  { number, step, checks }: WithoutStep,
  { failing, unreached }: Shown,
): readonly string[] {
  return [
    `${name} without step ${number}, ${step.comment.join(" ").replace(/:$/, "")}:`,
    ...(failing.length === 0 ? [] : [`  ${unmet(failing.length, checks)}, for ${namedStatements(failing)}`]),
    ...(unreached === 0 ? [] : [`  ${failing.length === 0 ? counted(unreached) : unreached} could not even be run`]),
  ];
}

function unmet(failing: number, checks: number): string {
  if (failing === checks) return checks === 1 ? "its 1 check fails" : `all of its ${checks} checks fail`;
  return `${failing} of its ${counted(checks)} ${failing === 1 ? "fails" : "fail"}`;
}

function counted(checks: number): string {
  return checks === 1 ? "1 check" : `${checks} checks`;
}

function documentOf(
  { name, on }: ToldRecipe,
  { steps, checks, ms, failure }: RunResult,
  { number, step }: WithoutStep,
  { lines, failures }: LeftOut,
  { unreached }: Shown,
): object {
  const stop = failure instanceof StepError ? failure.message : null;
  const without = { step: number, comment: step.comment.join("\n"), lines, failures, unreached, stop };
  return { schema: 1, recipe: name, on, without, steps, checks, left: [], ms };
}
