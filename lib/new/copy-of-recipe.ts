/**
 * Copies a recipe's text as the beginning of a new one.
 *
 * @module
 */
import { RecipeError } from "../recipe/recipe-error.ts";
import type { LoadedRecipe } from "../recipe/load.ts";

/** The first line of our own recipes, with which they start themselves: its path doesn't exist beside a copy */
const SHEBANG = /^#!.*\n/;
const RELATIVE_IMPORT = /(?:^|\n)\s*(?:import|export)\b[^;]*?["'](\.{1,2}\/[^"']*)["']/;

/** Marks a line to change */
export const MARK = "// change me:";

/**
 * Marks the lines to change: the recipe's description, and each default value.
 *
 * @param text the recipe's file
 * @param run the command that runs the copy
 * @throws {RecipeError} when it imports a file that is beside it, and would not be beside the copy
 *
 * @example
 * ```ts
 * import { loadRecipe } from "../recipe/load.ts";
 * import { copyOfRecipe } from "./copy-of-recipe.ts";
 * import { expect } from "bun:test";
 *
 * const loaded = await loadRecipe("point-to-point");
 * const text = copyOfRecipe(loaded, await Bun.file(loaded.file).text(), "wirework run ./my-link.ts");
 * expect(text).toStartWith("// Run it: wirework run ./my-link.ts\n");
 * expect(text).toMatch(/^ {4}\/\/ change me: .*\n {4}from: ipv4\(\{ default: "10\.1\.1\.1"/m);
 * ```
 */
export function copyOfRecipe({ reference, recipe }: LoadedRecipe, text: string, run: string): string {
  const imported = RELATIVE_IMPORT.exec(text)?.[1];
  if (imported !== undefined)
    throw new RecipeError(
      `Cannot copy the recipe "${reference}": it imports "${imported}", which the copy would not find`,
      null,
      "copy both files",
    );
  const marked = Object.entries(recipe.options).reduce(
    (marking, [name, { help }]) =>
      mark(marking, new RegExp(`^( +)(?:${name}|"${name}"): \\w+\\((?=[^)]*default:)`, "m"), help),
    mark(text.replace(SHEBANG, ""), /^( +)summary: /m, "what it builds, in one line"),
  );
  return `// Run it: ${run}\n${marked}`;
}

/** Puts a comment above the first line that begins like this; one that is marked already stays unchanged */
function mark(text: string, line: RegExp, what: string): string {
  return text.replace(line, (found, indentation: string, at: number) =>
    new RegExp(`${MARK}[^\n]*\n$`).test(text.slice(0, at)) ? found : `${indentation}${MARK} ${what}\n${found}`,
  );
}
