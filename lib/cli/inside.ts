/**
 * A run on the sandbox, from inside: the runner.
 *
 *   inside.ts ERRAND
 *
 * with an {@linkcode Errand} in JSON.
 *
 * @module
 */
// Used by every run as soon as it starts a program: loaded along with the rest, it takes half as long
import "zx/core";

import { start } from "../builtins/service/service.ts";
import { SANDBOX_BUILTINS } from "../builtins/table.ts";
import { bootSandbox } from "../hosts/sandbox/boot.ts";
import { SANDBOX_ENVIRONMENT } from "../hosts/sandbox/environment.ts";
import { loadRecipe } from "../recipe/load.ts";
import { runRecipe } from "../recipe/run-recipe.ts";
import { RealPerformer } from "../shell/perform.ts";
import type { Errand } from "./errand.ts";
import { reportError } from "./report-error.ts";
import { readValues } from "./run-request.ts";
import { WIREWORK } from "./self.ts";
import { observerFor, printReport } from "./tell.ts";

// The process outside wrote it: it is one
const given = JSON.parse(process.argv[2] ?? "") as Errand;
process.exit(await runInside(given).catch((error) => reportError(error, given.telling === "json" ? "json" : "text")));

async function runInside({ kept, file, typed, telling, keep }: Errand): Promise<number> {
  bootSandbox(kept, { command: [...WIREWORK, "builtin"], names: Object.keys(SANDBOX_BUILTINS) });
  start();
  const loaded = await loadRecipe(file);
  const performer = new RealPerformer({ builtins: SANDBOX_BUILTINS, environment: SANDBOX_ENVIRONMENT });
  const result = await runRecipe(loaded.recipe, readValues(loaded, typed), performer, observerFor(telling));
  return printReport({ ...loaded, telling, keep, dryRun: false }, result);
}
