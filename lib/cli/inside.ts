/**
 * A run on a throw-away host, from inside: the runner.
 *
 *   inside.ts ERRAND
 *
 * with an {@linkcode Errand} in JSON.
 *
 * @module
 */
// Used by every run as soon as it starts a program: loaded along with the rest, it takes half as long
import "zx/core";

import { BUILTINS, DIAGNOSES } from "../builtins/table.ts";
import { HOST_ENVIRONMENT } from "../hosts/environment.ts";
import { loadRecipe } from "../recipe/load.ts";
import { engineVersion } from "../recipe/live-engine.ts";
import { liveHost } from "../recipe/live-host.ts";
import { preflight } from "../recipe/preflight.ts";
import { requireImages } from "../recipe/require-images.ts";
import { runRecipe } from "../recipe/run-recipe.ts";
import { RealPerformer } from "../shell/perform.ts";
import type { Errand } from "./errand.ts";
import { reportError } from "./report-error.ts";
import { readValues } from "./run-request.ts";
import { startHost } from "./start-host.ts";
import { observerFor, printReport } from "./tell.ts";

// The process outside wrote it: it is one
const given = JSON.parse(process.argv[2] ?? "") as Errand;
process.exit(await runInside(given).catch((error) => reportError(error, given.telling === "json" ? "json" : "text")));

async function runInside({ host, file, typed, telling, keep }: Errand): Promise<number> {
  await startHost(host);
  const loaded = await loadRecipe(file);
  const performer = new RealPerformer({
    builtins: BUILTINS[host.kind],
    environment: HOST_ENVIRONMENT,
    diagnose: DIAGNOSES[host.kind],
  });
  const { name, recipe } = loaded;
  const names = new Set(Object.keys(typed));
  const values = await preflight(name, recipe, readValues(loaded, typed), names, liveHost(performer));
  await requireImages(performer, host.kind, recipe, values);
  // Asked first, as a recipe may stop it
  const version = host.kind === "docker" ? await engineVersion(performer) : null;
  const result = await runRecipe(recipe, values, performer, observerFor(telling));
  return printReport({ ...loaded, on: host.kind, telling, keep, dryRun: false }, result, version);
}
