/**
 * The article's statements, each with the recipes' checks of it.
 *
 * @module
 */
import { STATEMENTS, type Statement } from "../../article/statements.ts";
import { UNCHECKED } from "../../article/unchecked.ts";
import type { LoadedRecipe } from "../../recipe/load.ts";
import { defaultsOf } from "../../recipe/options/option.ts";
import { outlineOf } from "../../recipe/run/outline.ts";
import type { CheckReport, PlannedCheck } from "../../recipe/run/report.ts";

/** The result of a check in its recipe's last run; a failed run does not reach later checks */
export type Result = "holds" | "fails" | "not reached" | "not run";

/** A check of a recipe */
export interface RecipeCheck extends Pick<PlannedCheck, "claim" | "name"> {
  readonly recipe: string;
  readonly result: Result;
}

/** A statement and its checks */
export interface CheckedStatement extends Statement {
  readonly checks: readonly RecipeCheck[];
  /** The reason for having no check; `null` when there is one, or it is still to be written */
  readonly reason: string | null;
}

/** Lists the checks that a recipe plans, without running it */
export async function plannedChecks({ name: recipe, recipe: loaded }: LoadedRecipe): Promise<readonly RecipeCheck[]> {
  const { checks } = await outlineOf(loaded, defaultsOf(loaded.options));
  return checks.map(({ claim, name }) => ({ recipe, claim, name, result: "not run" }));
}

/** Adds the results of a run, which makes the checks in their planned order */
export function withResults(planned: readonly RecipeCheck[], made: readonly CheckReport[]): readonly RecipeCheck[] {
  return planned.map((check, at) => {
    const report = made[at];
    return { ...check, result: report === undefined ? "not reached" : report.ok ? "holds" : "fails" };
  });
}

/** Lists all statements in order, with these checks */
export function statementsWith(checks: readonly RecipeCheck[]): readonly CheckedStatement[] {
  return STATEMENTS.map((statement) => ({
    ...statement,
    checks: checks.filter(({ claim }) => claim === statement.number),
    reason: UNCHECKED[statement.number] ?? null,
  }));
}
