/**
 * The article's statements, each with the checks that recipes have for it.
 *
 * @module
 */
import { STATEMENTS, type Statement } from "../../article/statements.ts";
import { UNCHECKED } from "../../article/unchecked.ts";
import type { LoadedRecipe } from "../../recipe/load.ts";
import { defaultsOf } from "../../recipe/options/option.ts";
import { outlineOf } from "../../recipe/run/outline.ts";
import type { CheckReport, PlannedCheck } from "../../recipe/run/report.ts";

/** What became of a check when its recipe ran last; a run that fails does not reach those that would come later */
export type Result = "holds" | "fails" | "not reached" | "not run";

/** A check of a recipe */
export interface RecipeCheck extends Pick<PlannedCheck, "claim" | "name"> {
  readonly recipe: string;
  readonly result: Result;
}

/** A statement, and how it stands */
export interface CheckedStatement extends Statement {
  readonly checks: readonly RecipeCheck[];
  /** Why there is none; `null` where there are some, or where one is still to be written */
  readonly reason: string | null;
}

/** The checks that a recipe is going to make, read with nothing run */
export async function plannedChecks({ name: recipe, recipe: loaded }: LoadedRecipe): Promise<readonly RecipeCheck[]> {
  const { checks } = await outlineOf(loaded, defaultsOf(loaded.options));
  return checks.map(({ claim, name }) => ({ recipe, claim, name, result: "not run" }));
}

/** The same, with what a run has made of them; it makes them in their order */
export function withResults(planned: readonly RecipeCheck[], made: readonly CheckReport[]): readonly RecipeCheck[] {
  return planned.map((check, at) => {
    const report = made[at];
    return { ...check, result: report === undefined ? "not reached" : report.ok ? "holds" : "fails" };
  });
}

/** All statements in their order, with these checks */
export function statementsWith(checks: readonly RecipeCheck[]): readonly CheckedStatement[] {
  return STATEMENTS.map((statement) => ({
    ...statement,
    checks: checks.filter(({ claim }) => claim === statement.number),
    reason: UNCHECKED[statement.number] ?? null,
  }));
}
