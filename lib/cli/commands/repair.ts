/**
 * `wirework up --repair`: runs a recipe again on its lab's host, beside its containers.
 *
 * @module
 */
import { entering } from "../../hosts/holder-identity.ts";
import { LabError } from "../../labs/lab-error.ts";
import type { LockedLab } from "../../labs/lab-lock.ts";
import { stateOf } from "../../labs/lab-state.ts";
import type { LabRecipe, LabRecord } from "../../labs/lab-record.ts";
import { EXIT, exitStatusOf } from "../errors/exit-status.ts";
import { isThrowAway, type ThrowAwayLab } from "../lab/find-lab.ts";
import { leftOn } from "../run/left-on-host.ts";
import { complain, printLine, writeTo } from "../terminal/standard-output.ts";
import { requirePrograms } from "../run/require-programs.ts";
import { runRunner } from "../run/runner.ts";
import { awaitStop } from "../run/signals.ts";
import type { UpRequest } from "./up.ts";
import { UsageError } from "../errors/usage-error.ts";

/**
 * Wires a lab again; returns the exit status.
 *
 * @throws {LabError} {@linkcode UsageError} when it can't be repaired as requested
 */
export async function repair(locked: LockedLab, request: UpRequest): Promise<number> {
  const { telling } = request;
  const lab = requireRepairable(request, locked.read());
  const { name, recipe, host } = lab;
  if (stateOf(lab).state === "up") {
    if (telling === "json") printLine(JSON.stringify({ schema: 1, lab: name, ok: true, steps: [], checks: [] }));
    else if (telling === "transcript") printLine(`the lab ${name} needs no repair`);
    return EXIT.done;
  }
  const stopped = awaitStop();
  const ended = await runRunner(
    { enter: (argv) => entering(host.holder, argv) },
    {
      host: { kind: host.kind, was: "wired before" },
      file: recipe.file,
      typed: recipe.typed,
      telling,
      pace: "at once",
      keep: true,
      without: null,
      lab: name,
    },
    stopped,
    "ends",
  );
  if (ended.status === EXIT.done) locked.write({ ...lab, ...leftOn(host.holder) });
  if (ended.errors !== "") complain(ended.errors.trimEnd());
  writeTo("output", ended.output);
  if (ended.status === EXIT.done) {
    if (telling === "transcript") printLine(`the lab ${name} is wired again`);
    return EXIT.done;
  }
  complain(`wirework: the lab ${name} stays as it is now; to rebuild it, use --replace instead of --repair`);
  return stopped.by === null ? ended.status : exitStatusOf(stopped.by);
}

/** A lab made by a recipe */
type RecipesLab = ThrowAwayLab & { readonly recipe: LabRecipe };

function requireRepairable({ lab: name, file, typed }: UpRequest, lab: LabRecord | null): RecipesLab {
  const cannot = `Cannot repair the lab "${name}"`;
  if (lab === null) throw new LabError(`${cannot}: no lab has that name`, null, "wirework ps");
  const { recipe, host, obstacle } = lab;
  const now = stateOf(lab);
  if (now.state === "gone") throw new LabError(`${cannot}: it is gone`, now.why, "the same without --repair");
  if (now.state === "out of sight")
    throw new LabError(`${cannot}: it is out of sight`, now.why, "the same where it was made");
  if (!isThrowAway(host)) throw new LabError(`${cannot}: it is on this machine itself`, null, null);
  if (recipe === null)
    throw new LabError(
      `${cannot}: no recipe has made it`,
      null,
      "--replace instead of --repair, or another name: --name",
    );
  if (recipe.file !== file)
    throw new UsageError(
      `${cannot} with another recipe: it was made from ${recipe.file}`,
      "--replace instead of --repair",
    );
  const other = Object.keys(typed).find((option) => typed[option] !== recipe.typed[option]);
  if (other !== undefined)
    throw new UsageError(
      `${cannot} with another --${other}: it was made with ${recipe.typed[other] ?? "the default"}`,
      "--replace instead of --repair",
    );
  if (obstacle !== null)
    throw new LabError(
      `${cannot}: its recipe can't run again beside its own containers`,
      `\`${obstacle}\` can't be undone`,
      "--replace instead of --repair, which rebuilds it",
    );
  requirePrograms({ ...lab, host });
  return { ...lab, recipe, host };
}
