/**
 * A run on a throw-away host, from inside: the runner.
 *
 *   inside.ts 4<ERRAND
 *
 * with an {@linkcode Errand} in JSON.
 *
 * @module
 */
import { readFileSync } from "node:fs";

import { keepSpareFurnisher } from "../../builtins/docker/engine/process/spare-furnisher.ts";
import { builtinsOn, DIAGNOSES } from "../../builtins/table.ts";
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
import { type Errand, ERRAND } from "./errand.ts";
import { EXIT } from "../errors/exit-status.ts";
import { exitWith } from "../errors/exit-with.ts";
import { labUndoing, throwAway } from "../lab/lab-undoing.ts";
import { reportError } from "../errors/report-error.ts";
import { readValues } from "../options/run-request.ts";
import { startHost } from "./start-host.ts";
import { stationsOf } from "../step/stations.ts";
import { printReport } from "./tell.ts";

const errand = readFileSync(ERRAND, "utf8");
// None comes when the process outside, which started us meanwhile, has found that there is nothing to run
if (errand === "") process.exit(EXIT.done);
// It wrote it: it is one
const given = JSON.parse(errand) as Errand;
exitWith(runInside(given).catch((error) => reportError(error, given.telling === "json" ? "json" : "text")));

async function runInside({ host, file, typed, telling, pace, keep, without, lab }: Errand): Promise<number> {
  // What begins a lab's host ends with it; what comes back to one must not go on when nobody holds the lab's lock any more
  if ("was" in host) void endWithCaller();
  else await startHost(host, () => beginMeanwhile(host, { file, pace, without, lab }));
  const loaded = await loadRecipe(file);
  const performer = new RealPerformer({
    builtins: builtinsOn(host.kind),
    environment: HOST_ENVIRONMENT,
    diagnose: DIAGNOSES[host.kind],
  });
  const { name, recipe } = loaded;
  using undoing = lab === null && pace === "at once" ? throwAway() : await labUndoing(lab ?? name, host, performer);
  const names = new Set(Object.keys(typed));
  const values = await preflight(
    name,
    recipe,
    readValues(loaded, typed, host.kind),
    names,
    liveHost(lookHere(performer)),
  );
  await requireImages(performer, host.kind, recipe, values);
  // Asked first, as a recipe may stop it
  const version = host.kind === "docker" ? await engineVersion(performer) : null;
  const told = { ...loaded, on: host.kind, telling, keep, lab, dryRun: false };
  if (without !== null) {
    const { runWithout } = await import("../without/run.ts");
    // Awaited, as the undoing ends when this returns
    return await runWithout(without, told, values, { performer, undoing });
  }
  const result = await runRecipe(recipe, values, {
    performer,
    undoing,
    failures: ENDING,
    ...(await stationsOf(pace, telling, { performer, undoing, journal: LAB_JOURNAL })),
  });
  if (lab !== null && result.failure === null) {
    // Docker's own client would tell a container that we go; of the embedded engine nothing in here needs us
    if (host.kind === "docker") await Promise.all(result.terminals.map((terminal) => terminal.detach()));
    await reportLab(performer, result.names, undoing.obstacle, LAB_REPORT);
  }
  return printReport(told, result, version);
}

/** Where all goes with the host, and nobody looks on, as a process more that waits is to be seen by nobody */
function beginMeanwhile(
  { kind }: Errand["host"],
  { file, pace, without, lab }: Pick<Errand, "file" | "pace" | "without" | "lab">,
): void {
  if (kind === "sandbox" && lab === null && without === null && pace === "at once")
    keepSpareFurnisher(terminalsIn(file));
}

/** As many terminals as a recipe's text opens: it is not loaded yet, and a guess does */
function terminalsIn(file: string): number {
  return readFileSync(file, "utf8").match(/\.terminal\(/g)?.length ?? 0;
}
