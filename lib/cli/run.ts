/**
 * `wirework run`: from outside of the host.
 *
 * @module
 */
import type { Command } from "./command.ts";
import { type HelpRequest, readRunRequest, type RunRequest } from "./run-request.ts";

/** `wirework run RECIPE` */
export const run: Command = async (argv) => {
  const request = await readRunRequest(argv);
  if ("about" in request) return explainRun(request);
  if (request.dryRun) return dryRun(request);
  const { runOnHost } = await import("./run-on-host.ts");
  return runOnHost(request);
};

/** Opens no host, and only says what would be typed */
async function dryRun(request: RunRequest): Promise<number> {
  const { dryPerformer } = await import("../recipe/dry-performer.ts");
  const { runRecipe } = await import("../recipe/run-recipe.ts");
  const { observerFor, printReport } = await import("./tell.ts");
  const result = await runRecipe(request.recipe, request.values, dryPerformer, observerFor(request.telling));
  return printReport(request, result, null);
}

/** `wirework run --help`, and with a recipe all about that too */
async function explainRun({ about, form }: HelpRequest): Promise<number> {
  const { help, optionSection } = await import("./help.ts");
  if (about === null || form === "json") return help(form === "json" ? ["run", "--json"] : ["run"]);
  const { printLine } = await import("./output.ts");
  const { RUN_OPTIONS } = await import("./run-options.ts");
  const { recipeLines } = await import("./show.ts");
  for (const line of [...recipeLines(about), ...optionSection("Options of any run", RUN_OPTIONS)]) printLine(line);
  return 0;
}
