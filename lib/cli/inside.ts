/**
 * A run on the sandbox, from inside: the runner.
 *
 *   inside.ts ERRAND
 *
 * with an {@linkcode Errand} in JSON.
 *
 * @module
 */
import { bootSandbox } from "../hosts/sandbox/boot.ts";
import { SANDBOX_ENVIRONMENT } from "../hosts/sandbox/environment.ts";
import type { Errand } from "./errand.ts";
import { reportError } from "./report-error.ts";
import { WIREWORK } from "./self.ts";

// The process outside wrote it: it is one
const given = JSON.parse(process.argv[2] ?? "") as Errand;
process.exit(await runInside(given).catch((error) => reportError(error, given.telling === "json" ? "json" : "text")));

async function runInside({ kept, file, typed, telling, keep }: Errand): Promise<number> {
  // Before anything else is loaded, as the root changes
  const { SANDBOX_BUILTINS } = await import("../builtins/table.ts");
  bootSandbox(kept, {
    command: [...WIREWORK, "builtin"],
    names: Object.keys(SANDBOX_BUILTINS),
  });
  const { start } = await import("../builtins/service/service.ts");
  start();
  const { loadRecipe } = await import("../recipe/load.ts");
  const { runRecipe } = await import("../recipe/run-recipe.ts");
  const { RealPerformer } = await import("../shell/perform.ts");
  const { readValues } = await import("./run-request.ts");
  const { observerFor, printReport } = await import("./tell.ts");
  const loaded = await loadRecipe(file);
  const performer = new RealPerformer({
    builtins: SANDBOX_BUILTINS,
    environment: SANDBOX_ENVIRONMENT,
  });
  const result = await runRecipe(loaded.recipe, readValues(loaded, typed), performer, observerFor(telling));
  return printReport({ ...loaded, telling, keep, dryRun: false }, result);
}
