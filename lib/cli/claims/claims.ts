/**
 * `wirework claims`: lists the article's statements, the checks of each, and their results.
 *
 * @module
 */
import { inArticleOrder } from "../../article/sections.ts";
import type { ThrowAwayKind } from "../../hosts/host-kind.ts";
import { loadRecipe, recipeNames } from "../../recipe/load.ts";
import { parseArguments } from "../options/arguments.ts";
import type { Command } from "../command.ts";
import { readHostKind } from "../options/host-option.ts";
import { printLine } from "../terminal/standard-output.ts";
import { showHelp } from "../help/show-help.ts";
import { awaitStop } from "../run/signals.ts";
import { UsageError } from "../errors/usage-error.ts";
import { exitOf, type FoundChecks } from "./found-checks.ts";
import { CLAIMS_OPTIONS } from "./claims-options.ts";
import { plannedChecks, statementsWith, withResults } from "./statement.ts";
import { claimLines } from "./claim-lines.ts";

/** `wirework claims`. Results of earlier runs are not kept; those of `--run` are new */
export const claims: Command = async (argv) => {
  const typed = parseArguments(argv, { options: CLAIMS_OPTIONS, mostPositionals: 0 });
  if (typed.switches.has("help")) return showHelp("claims", typed);
  const on = readThrowAwayKind(typed.values.get("on"));
  if (typed.values.has("on") && !typed.switches.has("run"))
    throw new UsageError("Cannot use --on without --run, which runs the recipes", "wirework claims --run --on docker");
  const found = typed.switches.has("run") ? await madeChecks(on) : await plannedOnes();
  if (typeof found === "number") return found;
  const { checks } = found;
  const statements = statementsWith(checks);
  if (typed.switches.has("json")) printLine(JSON.stringify({ schema: 1, statements }));
  else for (const line of claimLines(statements)) printLine(line);
  return exitOf(found);
};

/**
 * Reads the kind of host.
 *
 * @throws {UsageError} for an unknown kind, and for this machine itself, which is not for experiments
 */
function readThrowAwayKind(given = "sandbox"): ThrowAwayKind {
  const on = readHostKind(given);
  if (on === "host") throw new UsageError("Cannot run all recipes on the host: only on throw-away ones", "--on docker");
  return on;
}

function loadAll() {
  return Promise.all(inArticleOrder(recipeNames()).map(loadRecipe));
}

/** Lists the planned checks of all recipes */
async function plannedOnes(): Promise<FoundChecks> {
  const planned = await Promise.all((await loadAll()).map(plannedChecks));
  return { checks: planned.flat(), failed: [] };
}

/** Runs all recipes and returns their checks; or an exit status, when it was stopped */
async function madeChecks(on: ThrowAwayKind): Promise<FoundChecks | number> {
  const { runAll } = await import("./run-all.ts");
  const recipes = await loadAll();
  const made = await runAll(recipes, on, awaitStop());
  if (typeof made === "number") return made;
  const planned = await Promise.all(recipes.map(plannedChecks));
  const checks = planned.flatMap((ofOne, at) => withResults(ofOne, made.get(recipes[at]?.name ?? "")?.checks ?? []));
  return { checks, failed: [...made].filter(([, { ok }]) => !ok).map(([name]) => name) };
}
