import { inArticleOrder, SECTIONS } from "../../article/sections.ts";
import { type LoadedRecipe, loadRecipe, recipeNames } from "../../recipe/load.ts";
import { parseArguments } from "../options/arguments.ts";
import type { Command } from "../command.ts";
import { LIST_OPTIONS } from "../options/list-options.ts";
import { printLine } from "../terminal/standard-output.ts";
import { showHelp } from "../help/show-help.ts";

/** `wirework list`: lists the recipes by section; or the article's options, with the recipes that use them */
export const list: Command = async (argv) => {
  const { switches, ...typed } = parseArguments(argv, { options: LIST_OPTIONS, mostPositionals: 0 });
  if (switches.has("help")) return showHelp("list", { ...typed, switches });
  const recipes = await Promise.all(inArticleOrder(recipeNames()).map(loadRecipe));
  const form = switches.has("json") ? "json" : "text";
  if (switches.has("options")) await printGuide(recipes, form);
  else if (form === "json") printLine(JSON.stringify(documentOf(recipes)));
  else for (const line of sectionLines(recipes)) printLine(line);
  return 0;
};

function documentOf(recipes: readonly LoadedRecipe[]): object {
  return {
    schema: 1,
    recipes: recipes.map(({ name, recipe }) => ({ name, summary: recipe.summary, article: recipe.article })),
    later: SECTIONS.flatMap(({ title, later }) => (later === null ? [] : [{ article: title, says: later }])),
  };
}

/** Lists recipes under their section's title; sections that never have recipes are omitted */
function sectionLines(recipes: readonly LoadedRecipe[]): readonly string[] {
  const width = Math.max(...recipes.map(({ name }) => name.length));
  const line = ({ name, recipe }: LoadedRecipe) => `  ${name.padEnd(width)}  ${recipe.summary}`;
  const placed = SECTIONS.flatMap((section) => section.recipes);
  const parts = [
    ...SECTIONS.map(({ title, recipes: own, later }) => ({
      title,
      lines: [...recipes.filter(({ name }) => own.includes(name)).map(line), ...(later === null ? [] : [`  ${later}`])],
    })),
    { title: "Not from the article", lines: recipes.filter(({ name }) => !placed.includes(name)).map(line) },
  ].filter(({ lines }) => lines.length > 0);
  return parts.flatMap(({ title, lines }, at) => (at === 0 ? [title, ...lines] : ["", title, ...lines]));
}

async function printGuide(recipes: readonly LoadedRecipe[], form: "json" | "text"): Promise<void> {
  const { guideLines, readGuide } = await import("../help/guide.ts");
  const guide = await readGuide(recipes);
  if (form === "text") for (const line of guideLines(guide)) printLine(line);
  else
    printLine(JSON.stringify({ schema: 1, options: guide.map(({ option, ...shown }) => ({ ...option, ...shown })) }));
}
