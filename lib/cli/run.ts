/**
 * `wirework run`: from outside of the sandbox.
 *
 * @module
 */
import { dryPerformer } from "../recipe/dry-performer.ts";
import { runRecipe } from "../recipe/run-recipe.ts";
import type { Command } from "./command.ts";
import { observerFor, printReport } from "./tell.ts";
import { readRunRequest, type RunRequest } from "./run-request.ts";

/** `wirework run RECIPE` */
export const run: Command = async (argv) => {
  const request = await readRunRequest(argv);
  if (request.dryRun) return dryRun(request);
  const { runInSandbox } = await import("./run-in-sandbox.ts");
  return runInSandbox(request, argv);
};

/** Opens no host, and only says what would be typed */
async function dryRun(request: RunRequest): Promise<number> {
  const result = await runRecipe(request.recipe, request.values, dryPerformer, observerFor(request));
  return printReport(request, result);
}
