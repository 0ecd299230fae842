/**
 * The runner: runs a recipe inside a throw-away host.
 *
 *   inside.ts 4<JOB
 *
 * The input is a {@linkcode Job} in JSON.
 *
 * @module
 */
import { readFileSync } from "node:fs";

import { keepSpareFurnisher } from "../../builtins/docker/engine/process/spare-furnisher.ts";
import { builtinsOn, DIAGNOSES } from "../../builtins/builtin-table.ts";
import { HOST_ENVIRONMENT } from "../../hosts/environment.ts";
import { loadRecipe } from "../../recipe/load.ts";
import { lookHere } from "../../labs/look-here.ts";
import { LAB_JOURNAL } from "../../labs/repair/repairable.ts";
import { LAB_REPORT, reportLab } from "../../recipe/run/lab-report.ts";
import { engineVersion } from "../../recipe/run/live-engine.ts";
import { liveHost } from "../../recipe/run/live-host.ts";
import { preflight } from "../../recipe/run/preflight.ts";
import { requireImages } from "../../recipe/run/require-images.ts";
import { runRecipe } from "../../recipe/run/run-recipe.ts";
import { ENDING } from "../../shell/failure/failures.ts";
import { RealPerformer } from "../../shell/perform.ts";
import { endWithCaller } from "./end-with-caller.ts";
import { type Job, JOB } from "./job.ts";
import { EXIT } from "../errors/exit-status.ts";
import { exitWith } from "../errors/exit-with.ts";
import { reportError } from "../errors/report-error.ts";
import { readValues } from "../options/run-request.ts";
import { startHost } from "./start-host.ts";
import { stationsOf } from "../step/stations.ts";
import { type RunUndoing, throwAway } from "./run-undoing.ts";
import { printReport } from "./tell.ts";

const job = readFileSync(JOB, "utf8");
// Empty when the process outside, which started this one early, has nothing to run
if (job === "") process.exit(EXIT.done);
// Written by the process outside
const given = JSON.parse(job) as Job;
exitWith(runInside(given).catch((error) => reportError(error, given.telling === "json" ? "json" : "text")));

async function runInside({ host, file, typed, telling, pace, keep, without, lab }: Job): Promise<number> {
  // A new host ends with its caller anyway; in an existing lab, the run must not go on once the caller's lock
  // on it is released
  if ("was" in host) void endWithCaller();
  else await startHost(host, () => beginMeanwhile(host, { file, pace, without, lab }));
  const loaded = await loadRecipe(file);
  const performer = new RealPerformer({
    builtins: builtinsOn(host.kind),
    environment: HOST_ENVIRONMENT,
    diagnose: DIAGNOSES[host.kind],
  });
  const { name, recipe } = loaded;
  const kept = async (labName: string): Promise<RunUndoing> =>
    (await import("../lab/lab-undoing.ts")).labUndoing(labName, host, performer);
  using undoing = lab === null && pace === "at once" ? throwAway() : await kept(lab ?? name);
  const names = new Set(Object.keys(typed));
  const values = await preflight(
    name,
    recipe,
    readValues(loaded, typed, host.kind),
    names,
    liveHost(lookHere(performer)),
  );
  await requireImages(performer, host.kind, recipe, values);
  // Read first, because a recipe may stop the engine
  const version = host.kind === "docker" ? await engineVersion(performer) : null;
  const told = { ...loaded, on: host.kind, telling, keep, lab, dryRun: false };
  if (without !== null) {
    const { runWithout } = await import("../without/run-without.ts");
    // Awaited because the undoing ends when this returns
    return await runWithout(without, told, values, { performer, undoing });
  }
  const result = await runRecipe(recipe, values, {
    performer,
    undoing,
    failures: ENDING,
    ...(await stationsOf(pace, telling, { performer, undoing, journal: LAB_JOURNAL })),
  });
  if (lab !== null && result.failure === null) {
    // Docker's own client would pass our end on to the container; the embedded engine does not need us here
    if (host.kind === "docker") await Promise.all(result.terminals.map((terminal) => terminal.detach()));
    await reportLab(performer, result.names, undoing.obstacle, LAB_REPORT);
  }
  return printReport(told, result, version);
}

/**
 * Starts a waiting shell for each terminal, where everything ends with the host and nobody can see the extra
 * process
 */
function beginMeanwhile(
  { kind }: Job["host"],
  { file, pace, without, lab }: Pick<Job, "file" | "pace" | "without" | "lab">,
): void {
  if (kind === "sandbox" && lab === null && without === null && pace === "at once")
    keepSpareFurnisher(terminalsIn(file));
}

/** Guesses the number of terminals from the recipe's text, as it is not loaded yet */
function terminalsIn(file: string): number {
  return readFileSync(file, "utf8").match(/\.terminal\(/g)?.length ?? 0;
}
