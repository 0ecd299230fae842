import { LeavingOut } from "../../recipe/run/leaving-out.ts";
import { outlineOf } from "../../recipe/run/outline.ts";
import { runRecipe, type Surroundings } from "../../recipe/run/run-recipe.ts";
import type { ToldRecipe } from "../options/run-request.ts";
import { observerFor } from "../run/tell.ts";
import { LeftOut } from "./left-out.ts";
import { printWithout } from "./report-without.ts";

/** Runs a recipe without one step on an open host, and prints which checks then fail; returns the exit status */
export async function runWithout(
  number: number,
  told: ToldRecipe,
  values: Readonly<Record<string, unknown>>,
  { performer, undoing }: Pick<Surroundings, "performer" | "undoing">,
): Promise<number> {
  const { steps, checks } = await outlineOf(told.recipe, values);
  const step = steps[number - 1];
  if (step === undefined) throw new TypeError(`Cannot skip step ${number}: the command line was not checked`);
  const leftOut = new LeftOut(told.telling);
  const leaving = new LeavingOut(number, leftOut);
  const observer = leaving.counting(observerFor(told.telling));
  const { pace, failures } = leaving;
  const result = await runRecipe(told.recipe, values, { performer, undoing, observer, pace, failures });
  return printWithout(told, result, { number, step, checks: checks.length }, leftOut);
}
