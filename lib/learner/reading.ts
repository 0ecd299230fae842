/**
 * A recipe, read on a learner's host.
 *
 * @module
 */
import { checksOf } from "../recipe/checks/check.ts";
import type { CheckContext } from "../recipe/checks/prover.ts";
import { dryPerformer } from "../recipe/run/dry-performer.ts";
import { InFlight } from "../recipe/run/in-flight.ts";
import { SILENT } from "../recipe/run/observer.ts";
import type { Recipe } from "../recipe/recipe.ts";
import type { CheckReport, PlannedCheck } from "../recipe/run/report.ts";
import { catchingUnhandled } from "../recipe/run/unhandled.ts";
import { stepOf } from "../recipe/step.ts";
import type { Failures } from "../shell/failure/failures.ts";
import type { Performer } from "../shell/template/line.ts";
import { NotPermitted } from "../shell/failure/not-permitted.ts";
import { AT_ONCE } from "../shell/pace.ts";
import { refusing } from "../shell/refusing.ts";
import type { ReadLine } from "./read-line.ts";
import { type Choose, type Looked, Reader } from "./reader.ts";
import { openReadingShell } from "./reading-shell.ts";

/** A check, and how many lines come before it */
export interface ReadCheck {
  readonly planned: PlannedCheck;
  readonly after: number;
  /** `null` when it was not asked */
  readonly report: CheckReport | null;
}

/** All that was read */
export interface Reading {
  readonly steps: readonly (readonly string[])[];
  readonly lines: readonly ReadLine[];
  readonly checks: readonly ReadCheck[];
  /** The words of what is not there, and what each would be */
  readonly absences: ReadonlyMap<string, string>;
  /** Why the recipe did not go on; `null` when it came to its end */
  readonly failure: Error | null;
}

/** A recipe and its values */
export interface Lesson {
  readonly recipe: Recipe;
  readonly values: Readonly<Record<string, unknown>>;
}

/** How a recipe is read */
export interface Manner {
  readonly performer: Performer;
  readonly choose: Choose;
  readonly looked: Looked;
  /** How long something that a check asks may take to come true, by the check's place; `null` for one that is not asked */
  readonly patience: (place: number) => number | null;
}

function throwRefusal(error: Error): void {
  if (error instanceof NotPermitted) throw error;
}

/** A learner who has yet to type something has not failed; a recipe that may not do what it does has */
const GOING_ON: Failures = {
  patience: 0,
  meet: throwRefusal,
  unmade: throwRefusal,
};

/**
 * Reads a recipe.
 *
 * @throws {NotPermitted} when the recipe may not do what it does
 */
export async function readOn({ recipe, values }: Lesson, manner: Manner): Promise<Reading> {
  const { performer, choose, looked, patience } = manner;
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
