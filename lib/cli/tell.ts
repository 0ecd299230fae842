/**
 * How a run's doings reach the reader.
 *
 * @module
 */
import type { Observer } from "../recipe/observer.ts";
import type { RunReport } from "../recipe/report.ts";
import type { RunResult } from "../recipe/run-recipe.ts";
import { Transcript } from "../recipe/transcript.ts";
import { explain, explanationLines } from "./explain.ts";
import { EXIT } from "./exit-status.ts";
import { complain, outputStyle, printLine } from "./output.ts";
import type { RunRequest } from "./run-request.ts";

const SILENT: Observer = {
  step: () => {},
  announce: () => {},
  assign: () => {},
  typed: () => {},
  finished: () => {},
  checked: () => {},
  wouldCheck: () => {},
  ended: () => {},
};

/** Who is told while it runs */
export function observerFor({ telling }: RunRequest): Observer {
  return telling === "transcript" ? new Transcript(printLine, outputStyle()) : SILENT;
}

/** Prints what is to be said at the end; the exit status */
export function printReport(request: RunRequest, result: RunResult): number {
  const explanation = result.failure === null ? null : explain(result.failure);
  if (request.telling === "json") printLine(JSON.stringify(reportOf(request, result)));
  else if (explanation !== null) for (const line of explanationLines(explanation)) complain(line);
  else if (request.telling === "transcript") printLine(`\n${summary(request, result)}`);
  return explanation?.exit ?? EXIT.done;
}

function summary({ name, dryRun }: RunRequest, { checks }: RunResult): string {
  if (dryRun) return `${name}: nothing was touched (--dry-run)`;
  return `${name}: ${checks.length} checks hold`;
}

function reportOf({ name }: RunRequest, { steps, checks, failure, ms }: RunResult): RunReport {
  const report = {
    schema: 1,
    recipe: name,
    on: "sandbox",
    ok: failure === null,
    steps,
    checks,
    left: [],
    ms,
  } as const;
  if (failure === null) return report;
  const { message, cause, try: tryThis } = explain(failure);
  return { ...report, error: { message, cause, try: tryThis } };
}
