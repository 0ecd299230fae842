/**
 * A recipe that types lines of every kind, on a host or nowhere.
 */
import { Recipe, type RecipeDefinition } from "../../../lib/recipe/recipe.ts";

/** A recipe without options that may run what these tests type */
export function recipeOf(
  run: RecipeDefinition<Record<never, never>>["run"],
  article: { readonly article?: string } = { article: "A section" },
): Recipe {
  return new Recipe({
    summary: "A test's",
    ...article,
    options: {},
    permissions: { run: ["ip", "docker", "echo", "dnsmasq"] },
    run,
  });
}
