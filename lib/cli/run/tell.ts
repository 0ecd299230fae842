/**
 * Reports a run to the reader.
 *
 * @module
 */
import { type Observer, SILENT } from "../../recipe/run/observer.ts";
import type { EngineReport, RunReport } from "../../recipe/run/report.ts";
import type { RunResult } from "../../recipe/run/run-recipe.ts";
import { Transcript } from "../../recipe/run/transcript.ts";
import { namedStatements } from "../claims/named-statements.ts";
import { type Explanation, explainFailure, explanationLines } from "../errors/explain.ts";
import { EXIT } from "../errors/exit-status.ts";
import { complain, printLine, printStyled } from "../terminal/standard-output.ts";
import { outputStyle } from "../terminal/output-style.ts";
import type { Telling, ToldRecipe } from "../options/run-request.ts";
import { compareEngine, thenAndNow } from "./then-and-now.ts";

/** Returns the observer for a form of report */
export function observerFor(telling: Telling): Observer {
  return telling === "transcript" ? new Transcript(printStyled, outputStyle()) : SILENT;
}

/**
 * Prints the end of a report; returns the exit status.
 *
 * @param version the version of a real engine
 */
export function printReport(told: ToldRecipe, result: RunResult, version: string | null): number {
  const explanation = result.failure === null ? null : explainFailure(result.failure, told);
  if (explanation?.exit === EXIT.closed) return EXIT.closed;
  const engine = version === null ? null : compareEngine(version, result.checks);
  if (told.telling === "transcript" && engine !== null) printSection(thenAndNow(engine));
  if (told.telling === "json") printLine(JSON.stringify(reportOf(told, result, explanation, engine)));
  else if (explanation !== null) for (const line of explanationLines(explanation)) complain(line);
  else if (told.telling === "transcript") printLine(`\n${summary(told, result)}`);
  return explanation?.exit ?? EXIT.done;
}

function printSection([heading, ...lines]: readonly string[]): void {
  if (heading === undefined) return;
  observerFor("transcript").step([heading], "its lines");
  for (const line of lines) printLine(line);
}

function summary({ name, dryRun }: ToldRecipe, { checks }: RunResult): string {
  if (dryRun) return `${name}: nothing was touched (--dry-run)`;
  if (checks.length === 0) return `${name}: done, with no checks`;
  const passed = checks.length === 1 ? "1 check passed" : `${checks.length} checks passed`;
  return `${name}: ${passed}, for ${namedStatements(checks)}`;
}

function reportOf(
  { name, on, dryRun, lab }: ToldRecipe,
  { steps, checks, ms }: RunResult,
  explanation: Explanation | null,
  engine: EngineReport | null,
): RunReport {
  const report = {
    schema: 1,
    recipe: name,
    on,
    ok: explanation === null,
    ...(dryRun ? { dryRun } : {}),
    ...(lab === null ? {} : { lab }),
    steps,
    checks,
    ...(engine === null ? {} : { engine }),
    left: [],
    ms,
  } as const;
  if (explanation === null) return report;
  const { exit, ...error } = explanation;
  return { ...report, error, exit };
}
