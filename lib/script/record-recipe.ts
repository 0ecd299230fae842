/**
 * Records everything that a recipe does, in order, without running it. Values that a command prints become variables.
 *
 * @module
 */
import { variablePerformer } from "../recipe/run/dry-performer.ts";
import { type Observer, SILENT } from "../recipe/run/observer.ts";
import { RecipeError } from "../recipe/recipe-error.ts";
import type { Question } from "../recipe/checks/question.ts";
import type { Recipe } from "../recipe/recipe.ts";
import type { PlannedCheck } from "../recipe/run/report.ts";
import { rehearse } from "../recipe/run/rehearse.ts";
import type { Line } from "../shell/template/session-line.ts";
import type { Strangers } from "../shell/plans.ts";
import { refusing } from "../shell/refusing.ts";

/** An action of a recipe */
export type Deed =
  | { readonly kind: "step"; readonly comment: readonly string[] }
  | { readonly kind: "line"; readonly line: Line }
  | TypedDeed
  | CheckDeed;

/** A line at the prompt of a container, which is given by its variable */
export interface TypedDeed {
  readonly kind: "typed";
  readonly text: string;
  readonly container: string;
}

/** A check and its question */
export interface CheckDeed {
  readonly kind: "check";
  readonly check: PlannedCheck;
  readonly question: Question;
}

/** A prompt with a container's variable */
const PROMPT = /^root@(\w+):/;

/**
 * Records what a recipe does with these values.
 *
 * @throws {CannotUndo} when it has a line that cannot be undone; {@linkcode RecipeError} when it fails because nothing
 *   runs
 */
export async function recordRecipe(
  recipe: Recipe,
  values: Readonly<Record<string, unknown>>,
  strangers: Strangers,
): Promise<readonly Deed[]> {
  const deeds: Deed[] = [];
  const observer: Observer = {
    ...SILENT,
    step: (comment) => void deeds.push({ kind: "step", comment }),
    announce: (line) => void deeds.push({ kind: "line", line }),
    typed: (text, _printed, prompt) =>
      void deeds.push({ kind: "typed", text, container: PROMPT.exec(prompt)?.[1] ?? prompt }),
    wouldCheck: (check, question) => void deeds.push({ kind: "check", check, question }),
  };
  const undoing = refusing(strangers);
  await rehearse(recipe, values, { performer: variablePerformer, observer, undoing }).catch((failure: unknown) => {
    // The recipe inspects the output of commands, which is empty here
    if (failure instanceof Error && failure.constructor === Error)
      throw new RecipeError("Cannot write a script of a recipe that fails when nothing runs", failure.message, null);
    throw failure;
  });
  return deeds;
}
