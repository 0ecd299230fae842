/**
 * Finds the recipes that show each of the article's statements, from their checks.
 *
 * @module
 */
import { inArticleOrder } from "../../lib/article/sections.ts";
import { type LoadedRecipe, loadRecipe, recipeNames } from "../../lib/recipe/load.ts";
import { type Outline, outlineOf } from "../../lib/recipe/run/outline.ts";

/** A recipe with its defaults and its plan */
export interface ReadRecipe extends LoadedRecipe {
  readonly values: Readonly<Record<string, unknown>>;
  readonly outline: Outline;
}

/** Reads a recipe by name or file */
export async function readRecipe(reference: string): Promise<ReadRecipe> {
  const loaded = await loadRecipe(reference);
  const values = Object.fromEntries(
    Object.entries(loaded.recipe.options).map(([name, option]) => [name, option.default]),
  );
  return { ...loaded, values, outline: await outlineOf(loaded.recipe, values) };
}

/** Reads all of wirework's own recipes, in the article's order */
export function readRecipes(): Promise<readonly ReadRecipe[]> {
  return Promise.all(inArticleOrder(recipeNames()).map(readRecipe));
}

/** Lists the statements that a recipe checks, in order */
export function claimsOf({ outline }: ReadRecipe): readonly number[] {
  const claims = new Set(outline.checks.map(({ claim }) => claim));
  return [...claims].toSorted((one, other) => one - other);
}
