/**
 * Loads recipes by name or by file.
 *
 * @module
 */
import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";

import { forbidExit } from "./forbid-exit.ts";
import { nearest } from "../values/name/nearest.ts";
import { quoted } from "../values/quoted.ts";
import { RECIPES } from "./own-recipe.ts";
import { Recipe } from "./recipe.ts";
import { RecipeError } from "./recipe-error.ts";
import { lineIn } from "./source-line.ts";

/** A recipe, its name, and its file */
export interface LoadedRecipe {
  readonly name: string;
  /** The name or file as it was typed */
  readonly reference: string;
  readonly file: string;
  readonly recipe: Recipe;
}

/** Lists the names of wirework's own recipes, in alphabetical order */
export function recipeNames(): readonly string[] {
  return readdirSync(RECIPES)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => basename(file, ".ts"))
    .toSorted();
}

/**
 * Loads a recipe: by its name, `point-to-point`, or by a file, which contains a slash or ends with `.ts`.
 *
 * @throws {RecipeError} when there is none, with the nearest name; or when the file is no recipe
 */
export async function loadRecipe(reference: string): Promise<LoadedRecipe> {
  const isFile = reference.includes("/") || reference.endsWith(".ts");
  const file = isFile ? existingFile(reference) : fileOf(reference);
  return {
    name: basename(file, ".ts"),
    reference,
    file,
    recipe: await importRecipe(file),
  };
}

function fileOf(name: string): string {
  const names = recipeNames();
  if (names.includes(name)) return join(RECIPES, `${name}.ts`);
  const there = `the recipes are ${names.join(", ")}`;
  if (existsSync(`${name}.ts`))
    throw new RecipeError(`Cannot find the recipe ${quoted(name)}: ${there}`, null, `./${name}.ts`);
  const near = nearest(name, names);
  const hint = near === null ? there : `did you mean "${near}"?`;
  throw new RecipeError(`Cannot find the recipe ${quoted(name)}: ${hint}`, null, near ?? "wirework list");
}

function existingFile(path: string): string {
  const file = resolve(path);
  if (!existsSync(file)) throw new RecipeError(`Cannot find the recipe file ${quoted(path)}`, null, "wirework list");
  if (!statSync(file).isFile())
    throw new RecipeError(`Cannot read ${quoted(path)} as a recipe: it is not a file`, null, "wirework list");
  return realpathSync(file);
}

async function importRecipe(file: string): Promise<Recipe> {
  provideModule();
  using _exit = forbidExit();
  const module: { default?: unknown } = await import(file).catch((error: unknown) => {
    throw new RecipeError(`Cannot load "${file}"`, reasonOf(error, file), null);
  });
  if (module.default instanceof Recipe) return module.default;
  const reason = "default" in module ? "its default export was not made by recipe(…)" : "it has no default export";
  throw new RecipeError(`Cannot run "${file}": ${reason}`, null, 'export default recipe({ … }), from "wirework"');
}

/** Resolves "wirework" to this project's module for files anywhere, with nothing installed beside them */
function provideModule(): void {
  Bun.plugin({
    name: "wirework",
    setup(build) {
      build.module("wirework", async () => ({
        exports: await import("../mod.ts"),
        loader: "object",
      }));
    },
  });
}

/** Returns a module's error, or the reason why it is no recipe, with the line */
function reasonOf(error: unknown, file: string): string {
  const [first] = error instanceof AggregateError ? error.errors : [error];
  if (first instanceof BuildMessage || first instanceof ResolveMessage) {
    const line = first.position?.line;
    return line === undefined ? first.message : `line ${line}: ${first.message}`;
  }
  if (!(first instanceof Error)) return String(first);
  const line = lineIn(first, file);
  return `${line === null ? "" : `line ${line}: `}${first.name}: ${first.message}`;
}
