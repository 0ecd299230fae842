import { loadRecipe, recipeNames } from "../recipe/load.ts";
import { parseArguments } from "./arguments.ts";
import type { Command } from "./command.ts";
import { STANDARD_OPTIONS } from "./command-option.ts";
import { printLine } from "./output.ts";
import { showHelp } from "./show-help.ts";

/** `wirework list`: the recipes by name */
export const list: Command = async (argv) => {
  const typed = parseArguments(argv, { options: STANDARD_OPTIONS, mostPositionals: 0 });
  if (typed.switches.has("help")) return showHelp("list", typed);
  const recipes = await Promise.all(recipeNames().map(loadRecipe));
  if (typed.switches.has("json")) {
    const rows = recipes.map(({ name, recipe }) => ({ name, summary: recipe.summary, article: recipe.article }));
    printLine(JSON.stringify({ schema: 1, recipes: rows }));
    return 0;
  }
  const width = Math.max(...recipes.map(({ name }) => name.length));
  for (const { name, recipe } of recipes) printLine(`${name.padEnd(width)}  ${recipe.summary}`);
  return 0;
};
