/**
 * Runs a recipe on a host that is open.
 *
 * @module
 */
import type { Performer } from "../shell/line.ts";
import { checksOf } from "./check.ts";
import { type Observer, tellAll } from "./observer.ts";
import type { Recipe } from "./recipe.ts";
import { openRecipeShell } from "./recipe-shell.ts";
import { Recorder } from "./recorder.ts";
import type { CheckReport, StepReport } from "./report.ts";

/** What a recipe did, and why it stopped; `null` when it came to its end */
export interface RunResult {
  readonly steps: readonly StepReport[];
  readonly checks: readonly CheckReport[];
  readonly failure: unknown;
  readonly ms: number;
}

/** Runs a recipe's steps and checks, and tells the observer of each; never throws what the recipe throws */
export async function runRecipe(
  recipe: Recipe,
  values: Readonly<Record<string, unknown>>,
  performer: Performer,
  observer: Observer,
): Promise<RunResult> {
  const began = performance.now();
  const recorder = new Recorder();
  const everyone = tellAll([recorder, observer]);
  const allowed = recipe.permissions.run;
  const { $, assertAllAwaited } = openRecipeShell({
    allowed,
    announcer: everyone,
    performer,
  });
  const tools = {
    $,
    step: (...comment: readonly string[]) => everyone.step(comment),
    check: (claim: number, name = "") => checksOf({ performer, allowed, observer: everyone }, claim, name),
  };
  let failure: unknown = null;
  try {
    await recipe.run(tools, values);
    assertAllAwaited();
  } catch (error) {
    failure = error;
  }
  everyone.ended();
  return {
    steps: recorder.steps,
    checks: recorder.checks,
    failure,
    ms: performance.now() - began,
  };
}
