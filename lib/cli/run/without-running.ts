import type { LoadedRecipe } from "../../recipe/load.ts";
import { RecipeError } from "../../recipe/recipe-error.ts";
import { isAboutInput, isForeseen, placeOf } from "../errors/explain.ts";

/**
 * Reads a recipe's plan without running anything.
 *
 * @throws {RecipeError} for an error of the recipe's own, which a real run may not have: there, commands
 * print something
 */
export async function withoutRunning<T>({ name, file }: LoadedRecipe, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (isForeseen(error) || isAboutInput(error)) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new RecipeError(
      `Cannot list the steps of ${name} without running it: ${message}`,
      placeOf(error, file),
      "a recipe that does not depend on the output of commands, which is empty when nothing runs",
    );
  }
}
