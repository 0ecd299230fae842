/**
 * `wirework steps`: prints the article's lines.
 *
 * @module
 */
import type { ArticleStep } from "../../recipe/article-steps.ts";
import type { LoadedRecipe } from "../../recipe/load.ts";
import type { Command } from "../command.ts";
import { printLine } from "../terminal/standard-output.ts";
import { readRecipeArguments } from "../options/recipe-arguments.ts";
import { readValues } from "../options/run-request.ts";
import { STEPS_OPTIONS } from "../options/steps-options.ts";
import { commentLines, promptedLine, remarks } from "./steps-text.ts";
import { withOption } from "../options/with-option.ts";
import { withoutRunning } from "../run/without-running.ts";

/** `wirework steps RECIPE` */
export const steps: Command = async (argv) => {
  const words = withOption(argv, STEPS_OPTIONS);
  const read = await readRecipeArguments(words, { verb: "print the steps of", options: STEPS_OPTIONS });
  if ("about" in read) return (await import("../help/explain-run.ts")).explainRun(read, "steps", STEPS_OPTIONS);
  const { loaded, typed, switches } = read;
  const values = readValues(loaded, typed, "sandbox");
  const { articleSteps } = await import("../../recipe/article-steps.ts");
  const found = await withoutRunning(loaded, () => articleSteps(loaded.recipe, values));
  const form = switches.has("json") ? "json" : "text";
  if (switches.has("output"))
    return (await import("./steps-output.ts")).showOutput({ loaded, typed, steps: found, form });
  if (form === "json") printLine(JSON.stringify(documentOf(loaded, found)));
  else for (const line of switches.has("commands") ? bareLines(found) : articleText(loaded, found)) printLine(line);
  return 0;
};

function documentOf({ name, recipe }: LoadedRecipe, found: readonly ArticleStep[]): object {
  return { schema: 1, recipe: name, article: recipe.article, steps: found };
}

function bareLines(found: readonly ArticleStep[]): readonly string[] {
  return found.flatMap(({ lines }) => lines.map(({ text }) => text));
}

function articleText(loaded: LoadedRecipe, found: readonly ArticleStep[]): readonly string[] {
  return [...remarks(loaded), ...found.flatMap((step) => [...commentLines(step), ...step.lines.map(promptedLine)])];
}
