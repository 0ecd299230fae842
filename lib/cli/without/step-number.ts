import { changesSomething } from "../../recipe/run/leaving-out.ts";
import type { LoadedRecipe } from "../../recipe/load.ts";
import { type Outline, outlineOf, type OutlinedStep } from "../../recipe/run/outline.ts";
import { quoted } from "../../values/quoted.ts";
import type { RunRequest } from "../options/run-request.ts";
import { UsageError } from "../errors/usage-error.ts";
import { withoutRunning } from "../run/without-running.ts";

/** The argument of `--without`, unchecked */
export type StepRequest = LoadedRecipe & Pick<RunRequest, "values">;

/**
 * Parses the argument of `--without N`: a step of the recipe that later lines can do without.
 *
 * @throws {UsageError} for any other, with the existing steps
 */
export async function readStepNumber(typed: string, request: StepRequest): Promise<number> {
  const { name, reference, recipe, values } = request;
  const outline = await withoutRunning(request, () => outlineOf(recipe, values));
  const number = /^[1-9]\d{0,3}$/.test(typed) ? Number(typed) : null;
  const step = number === null ? undefined : outline.steps[number - 1];
  const tryThis = `wirework show ${reference}, which numbers its steps`;
  if (number === null || step === undefined)
    throw new UsageError(`Cannot skip step ${quoted(typed)}: ${name} has ${numbersOf(outline)}`, tryThis);
  const objection = objectionTo(step);
  if (objection === null) return number;
  const others = possibleSteps(outline);
  throw new UsageError(
    `Cannot skip step ${number} of ${name}, "${step.comment.join(" ")}": ${objection}`,
    others.length === 0 ? null : `--without ${others.join(" or ")}`,
  );
}

function numbersOf({ steps }: Outline): string {
  if (steps.length === 0) return "none";
  return steps.length === 1 ? "only step 1" : `steps 1 to ${steps.length}`;
}

function possibleSteps({ steps }: Outline): readonly number[] {
  return steps.flatMap((step, at) => (objectionTo(step) === null ? [at + 1] : []));
}

/** Returns the reason why a step can't be skipped; `null` when it can */
function objectionTo({ lines, typed }: OutlinedStep): string | null {
  return lines.some(changesSomething) || typed.length > 0 ? null : "it changes nothing";
}
