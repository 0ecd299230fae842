import { ENDING } from "../../shell/failure/failures.ts";
import { AT_ONCE } from "../../shell/pace.ts";
import type { Recipe } from "../recipe.ts";
import { runRecipe, type Surroundings } from "./run-recipe.ts";

/**
 * Runs a recipe without executing any command, for an observer or an undoing.
 *
 * @throws whatever the recipe throws
 */
export async function rehearse(
  recipe: Recipe,
  values: Readonly<Record<string, unknown>>,
  stations: Pick<Surroundings, "performer" | "observer" | "undoing">,
): Promise<void> {
  const { failure } = await runRecipe(recipe, values, { ...stations, pace: AT_ONCE, failures: ENDING });
  if (failure !== null) throw failure;
}
