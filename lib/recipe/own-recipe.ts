import { existsSync } from "node:fs";
import { join } from "node:path";

/** Where the recipes are that come with wirework */
export const RECIPES = join(import.meta.dir, "../../recipes");

/** Whether a recipe of that name comes with wirework */
export function isOwnRecipe(name: string): boolean {
  return /^[\w-]+$/.test(name) && existsSync(join(RECIPES, `${name}.ts`));
}
