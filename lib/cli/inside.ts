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
import { LAB_REPORT, reportLab } from "../recipe/lab-report.ts";
import { engineVersion } from "../recipe/live-engine.ts";
import { liveHost } from "../recipe/live-host.ts";
import { preflight } from "../recipe/preflight.ts";
import { requireImages } from "../recipe/require-images.ts";
import { runRecipe } from "../recipe/run-recipe.ts";
import { RealPerformer } from "../shell/perform.ts";
import type { Errand } from "./errand.ts";
import { EXIT } from "./exit-status.ts";
import { labUndoing, throwAway } from "./lab-undoing.ts";
import { reportError } from "./report-error.ts";
import { readValues } from "./run-request.ts";
import { startHost } from "./start-host.ts";
import { observerFor, printReport } from "./tell.ts";

/** A descriptor that is at its end when the process outside has ended */
const CALLER = 3;

// The process outside wrote it: it is one
const given = JSON.parse(process.argv[2] ?? "") as Errand;
process.exit(await runInside(given).catch((error) => reportError(error, given.telling === "json" ? "json" : "text")));

async function runInside({ host, file, typed, telling, keep, lab }: Errand): Promise<number> {
  if ("was" in host) void endWithCaller();
  else await startHost(host);
  const loaded = await loadRecipe(file);
  const performer = new RealPerformer({
    builtins: BUILTINS[host.kind],
    environment: HOST_ENVIRONMENT,
    diagnose: DIAGNOSES[host.kind],
  });
  const { name, recipe } = loaded;
  using undoing = lab === null ? throwAway() : await labUndoing(lab, host, performer);
  const names = new Set(Object.keys(typed));
  const values = await preflight(name, recipe, readValues(loaded, typed, host.kind), names, liveHost(performer));
  await requireImages(performer, host.kind, recipe, values);
  // Asked first, as a recipe may stop it
  const version = host.kind === "docker" ? await engineVersion(performer) : null;
  const result = await runRecipe(recipe, values, {
    performer,
    undoing,
    observer: observerFor(telling),
  });
  if (lab !== null && result.failure === null) {
    // Docker's own client would tell a container that we go; of the embedded engine nothing in here needs us
    if (host.kind === "docker") await Promise.all(result.terminals.map((terminal) => terminal.detach()));
    await reportLab(performer, result.names, undoing.obstacle, LAB_REPORT);
  }
  return printReport({ ...loaded, on: host.kind, telling, keep, lab, dryRun: false }, result, version);
}

/** What begins a lab's host ends with it; what comes back to one must not go on when nobody holds the lab's lock any more */
async function endWithCaller(): Promise<void> {
  await Bun.file(CALLER).stream().pipeTo(new WritableStream());
  process.exit(EXIT.failed);
}
