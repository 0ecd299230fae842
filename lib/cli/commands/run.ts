/**
 * `wirework run`: the part outside the host.
 *
 * @module
 */
import { HOST_KINDS } from "../../hosts/host-kind.ts";
import type { Command } from "../command.ts";
import { openEarly } from "../run/early-host.ts";
import { EXIT } from "../errors/exit-status.ts";
import { RUN_OPTIONS } from "../options/run-options.ts";
import { askedOptions, readRunRequest, type RunRequest } from "../options/run-request.ts";

/** `wirework run RECIPE` */
export const run: Command = async (argv) => {
  await using early = openEarly(argv);
  const request = await readRunRequest(argv);
  if ("about" in request) return (await import("../help/explain-run.ts")).explainRun(request, "run", RUN_OPTIONS);
  if (request.dryRun) return dryRun(request);
  const { on } = request;
  if (on === "host") return (await import("../run/run-on-machine.ts")).runOnMachine(request, null);
  // Awaited because the early host ends when this returns
  return await (await import("../run/run-on-host.ts")).runOnHost({ ...request, on }, null, early);
};

/** Prints the lines of a run without opening a host */
async function dryRun(request: RunRequest): Promise<number> {
  const { dryPerformer } = await import("../../recipe/run/dry-performer.ts");
  const { runRecipe } = await import("../../recipe/run/run-recipe.ts");
  const { printLine } = await import("../terminal/standard-output.ts");
  const { ENDING } = await import("../../shell/failure/failures.ts");
  const { AT_ONCE } = await import("../../shell/pace.ts");
  const { refusing } = await import("../../shell/refusing.ts");
  const { observerFor, printReport } = await import("../run/tell.ts");
  const result = await runRecipe(request.recipe, request.values, {
    performer: dryPerformer,
    undoing: refusing("allowed"),
    pace: AT_ONCE,
    failures: ENDING,
    observer: observerFor(request.telling),
  });
  const status = printReport(request, result, null);
  const { on, recipe, typed, telling } = request;
  const asked = on === "sandbox" ? [] : askedOptions(recipe, typed).map((name) => `--${name}`);
  if (status === EXIT.done && telling === "transcript" && asked.length > 0)
    printLine(`a run takes ${asked.join(" and ")} from the ${HOST_KINDS[on]}, unless you give a value`);
  return status;
}
