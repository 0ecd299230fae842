import { existsSync } from "node:fs";
import { join } from "node:path";

/** The folder of wirework's own recipes */
export const RECIPES = join(import.meta.dir, "../../recipes");

/** Reports whether wirework has a recipe of its own with that name */
export function isOwnRecipe(name: string): boolean {
  return /^[\w-]+$/.test(name) && existsSync(join(RECIPES, `${name}.ts`));
}
