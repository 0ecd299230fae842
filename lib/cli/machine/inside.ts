/**
 * The runner of a run on this machine itself: a separate process, so that another one can undo what it did.
 *
 *   inside.ts JOB
 *
 * The argument is a {@linkcode MachineJob} in JSON.
 *
 * @module
 */
import { findOwn } from "../../builtins/find-own.ts";
import { bootId } from "../../hosts/boot-id.ts";
import { JournalWriter } from "../../labs/journal/write.ts";
import { journalled } from "../../labs/journalled.ts";
import { machinePerformer } from "../../labs/machine/performer.ts";
import { lookHere } from "../../labs/look-here.ts";
import { reportLab } from "../../recipe/run/lab-report.ts";
import { engineVersion } from "../../recipe/run/live-engine.ts";
import { liveHost } from "../../recipe/run/live-host.ts";
import { loadRecipe } from "../../recipe/load.ts";
import { preflight } from "../../recipe/run/preflight.ts";
import { runRecipe } from "../../recipe/run/run-recipe.ts";
import { ENDING } from "../../shell/failure/failures.ts";
import { reportError } from "../errors/report-error.ts";
import { readValues } from "../options/run-request.ts";
import { stationsOf } from "../step/stations.ts";
import { printReport } from "../run/tell.ts";
import type { MachineJob } from "./job.ts";

// Written by the process outside
const given = JSON.parse(process.argv[2] ?? "") as MachineJob;
process.exit(await runInside(given).catch((error) => reportError(error, given.telling === "json" ? "json" : "text")));

async function runInside({
  name: known,
  lab,
  journal,
  report,
  file,
  typed,
  telling,
  pace,
  keep,
}: MachineJob): Promise<number> {
  const loaded = await loadRecipe(file);
  // `undoing` is set by the time that `find` runs
  const performer = machinePerformer({ find: findOwn((path, target) => undoing.hasLinked(path, target)) });
  const { name, recipe } = loaded;
  const names = new Set(Object.keys(typed));
  const values = await preflight(name, recipe, readValues(loaded, typed, "host"), names, liveHost(lookHere(performer)));
  // Read first, because a recipe may stop the engine
  const version = await engineVersion(performer);
  using writer = JournalWriter.begin(journal, known, bootId());
  const undoing = journalled(writer, lookHere(performer));
  const result = await runRecipe(recipe, values, {
    performer,
    undoing,
    failures: ENDING,
    ...(await stationsOf(pace, telling, { performer, undoing, journal })),
  });
  if (lab !== null && result.failure === null) {
    // Docker's client would pass our end on to the container
    await Promise.all(result.terminals.map((terminal) => terminal.detach()));
    await reportLab(performer, result.names, null, report);
  }
  return printReport({ ...loaded, on: "host", telling, keep, lab, dryRun: false }, result, version);
}
