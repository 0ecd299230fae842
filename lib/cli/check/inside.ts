/**
 * Checks from inside a lab's host what a learner has built there.
 *
 *   inside.ts <JOB
 *
 * The input is a {@linkcode CheckJob} in JSON, the output a {@linkcode Verdict} in JSON.
 *
 * @module
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { builtinsOn, DIAGNOSES } from "../../builtins/builtin-table.ts";
import { HOST_ENVIRONMENT } from "../../hosts/environment.ts";
import { lookHere } from "../../labs/look-here.ts";
import { checkBuild } from "../../learner/check-build.ts";
import type { Verdict } from "../../learner/verdict.ts";
import { LAB_REPORT } from "../../recipe/run/lab-report.ts";
import { liveHost } from "../../recipe/run/live-host.ts";
import { type LoadedRecipe, loadRecipe } from "../../recipe/load.ts";
import { liveValues } from "../../recipe/run/preflight.ts";
import { RealPerformer } from "../../shell/perform.ts";
import { endWithCaller } from "../run/end-with-caller.ts";
import { printLine } from "../terminal/standard-output.ts";
import { reportError } from "../errors/report-error.ts";
import { readValues } from "../options/run-request.ts";
import type { CheckJob } from "./job.ts";

void endWithCaller();
// Written by the process outside
const given = JSON.parse(await Bun.stdin.text()) as CheckJob;
process.exit(await tell(given).catch((error) => reportError(error, given.form)));

async function tell(job: CheckJob): Promise<number> {
  printLine(JSON.stringify(await look(job)));
  return 0;
}

async function look({ kind, builder, recipe: { file, source, typed } }: CheckJob): Promise<Verdict> {
  const loaded = existsSync(file) ? await loadRecipe(file) : await loadCopy(source);
  const performer = new RealPerformer({
    builtins: builtinsOn(kind),
    environment: HOST_ENVIRONMENT,
    diagnose: DIAGNOSES[kind],
  });
  const names = new Set(Object.keys(typed));
  const values = await liveValues(loaded.recipe, readValues(loaded, typed, kind), names, liveHost(lookHere(performer)));
  return checkBuild({ recipe: loaded.recipe, values }, { performer, kind, builder });
}

/**
 * Loads a copy of a recipe whose file is hidden by a folder of the host's own, such as `/tmp`; the copy is
 * deleted once loaded
 */
async function loadCopy(source: string): Promise<LoadedRecipe> {
  const folder = mkdtempSync(join(dirname(LAB_REPORT), "check-"));
  try {
    const file = join(folder, "recipe.ts");
    writeFileSync(file, source);
    return await loadRecipe(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
