/**
 * Reads a whole recipe on a learner's host.
 *
 * @module
 */
import { checksOf } from "../recipe/checks/recipe-checks.ts";
import type { CheckContext } from "../recipe/checks/prover.ts";
import { dryPerformer } from "../recipe/run/dry-performer.ts";
import { InFlight } from "../recipe/run/in-flight.ts";
import { SILENT } from "../recipe/run/observer.ts";
import type { Recipe } from "../recipe/recipe.ts";
import type { CheckReport, PlannedCheck } from "../recipe/run/report.ts";
import { catchingUnhandled } from "../recipe/run/unhandled.ts";
import { stepOf } from "../recipe/step.ts";
import type { Failures } from "../shell/failure/failures.ts";
import type { Performer } from "../shell/template/session-line.ts";
import { NotPermitted } from "../shell/failure/not-permitted.ts";
import { AT_ONCE } from "../shell/pace.ts";
import { refusing } from "../shell/refusing.ts";
import type { ReadLine } from "./recipe-line.ts";
import { type Choose, type Looked, Reader } from "./reader.ts";
import { openReadingShell } from "./reading-shell.ts";

/** A check, and the number of lines before it */
export interface ReadCheck {
  readonly planned: PlannedCheck;
  readonly after: number;
  /** The result; `null` when the check was not run */
  readonly report: CheckReport | null;
}

/** Everything read from a recipe */
export interface Reading {
  readonly steps: readonly (readonly string[])[];
  readonly lines: readonly ReadLine[];
  readonly checks: readonly ReadCheck[];
  /** Words for missing values, each with a description */
  readonly absences: ReadonlyMap<string, string>;
  /** The error that stopped the recipe; `null` when it came to its end */
  readonly failure: Error | null;
}

/** A recipe and its values */
export interface Lesson {
  readonly recipe: Recipe;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Options for reading a recipe */
export interface ReadingOptions {
  readonly performer: Performer;
  readonly choose: Choose;
  readonly looked: Looked;
  /** Returns how long to wait for a check to pass, by the check's place; `null` when it must not run */
  readonly patience: (place: number) => number | null;
}

function throwRefusal(error: Error): void {
  if (error instanceof NotPermitted) throw error;
}

/**
 * Continues when a command or check fails, since the learner may not have typed everything yet; stops when the recipe
 * lacks a permission
 */
const GOING_ON: Failures = {
  patience: 0,
  meet: throwRefusal,
  unmade: throwRefusal,
};

/**
 * Reads a recipe.
 *
 * @throws {NotPermitted} when the recipe does something without permission
 */
export async function readOn({ recipe, values }: Lesson, options: ReadingOptions): Promise<Reading> {
  const { performer, choose, looked, patience } = options;
  const reader = new Reader(performer, choose, looked);
  const allowed = recipe.permissions.run;
  const $ = openReadingShell(reader, {
    allowed,
    announcer: reader.announcer,
    performer: reader.performer,
    undoing: refusing("allowed"),
    pace: AT_ONCE,
    failures: GOING_ON,
  });
  const checks: ReadCheck[] = [];
  const common = { allowed, inFlight: new InFlight() };
  const contextOf = (): CheckContext => {
    const after = reader.lines.length;
    const milliseconds = patience(checks.length);
    const observer = {
      ...SILENT,
      checked: (report: CheckReport) => void checks.push({ planned: report, after, report }),
      wouldCheck: (planned: PlannedCheck) => void checks.push({ planned, after, report: null }),
    };
    if (milliseconds === null) return { ...common, observer, performer: dryPerformer, failures: GOING_ON };
    return { ...common, observer, performer, failures: { ...GOING_ON, patience: milliseconds } };
  };
  const tools = {
    $,
    step: stepOf((comment) => void reader.steps.push(comment)),
    check: (claim: number, name = "") => checksOf(contextOf(), claim, name),
  };
  const failure = await catchingUnhandled(() => recipe.run(tools, values)).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  );
  if (failure instanceof NotPermitted) throw failure;
  const { steps, lines, absences } = reader;
  return { steps, lines, checks, absences, failure };
}
