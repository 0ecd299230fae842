/**
 * A recipe's text, as a start for one's own.
 *
 * @module
 */
import { RecipeError } from "../recipe/recipe-error.ts";
import type { LoadedRecipe } from "../recipe/load.ts";

/** The first line of a recipe of ours, by which it starts itself: nothing that it names is beside a copy */
const SHEBANG = /^#!.*\n/;
const RELATIVE_IMPORT = /(?:^|\n)\s*(?:import|export)\b[^;]*?["'](\.{1,2}\/[^"']*)["']/;

/** What marks a line that is to be changed */
export const MARK = "// change me:";

/**
 * Marks the lines to change: what the recipe says of itself, and each value that it has by default.
 *
 * @param text the recipe's file
 * @param run how the copy is run
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
      `Cannot copy the recipe "${reference}": it imports "${imported}", which would not be beside the copy`,
      null,
      "copy both files",
    );
  const marked = Object.entries(recipe.options).reduce(
    (marking, [name, { help }]) =>
      mark(marking, new RegExp(`^( +)(?:${name}|"${name}"): \\w+\\((?=[^)]*default:)`, "m"), help),
    mark(text.replace(SHEBANG, ""), /^( +)summary: /m, "what it builds, in a line"),
  );
  return `// Run it: ${run}\n${marked}`;
}

/** Puts a comment over the first line that begins so; one that is marked already stays as it is */
function mark(text: string, line: RegExp, what: string): string {
  return text.replace(line, (found, indentation: string, at: number) =>
    new RegExp(`${MARK}[^\n]*\n$`).test(text.slice(0, at)) ? found : `${indentation}${MARK} ${what}\n${found}`,
  );
}
