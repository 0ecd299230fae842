/**
 * Runs a recipe on this machine itself: everything is checked first and recorded as it happens, and all of it
 * is undone.
 *
 * @module
 */
import { requireModules } from "../../hosts/modules.ts";
import { SYSTEM_PATH } from "../../hosts/programs.ts";
import { PartlyUndone } from "../../labs/machine/partly-undone.ts";
import { askOnTerminal } from "../terminal/ask-on-terminal.ts";
import { EXIT, exitStatusOf } from "../errors/exit-status.ts";
import { consent } from "../machine/consent.ts";
import { freshLab, keepLab, type OwnLab, recordOf } from "../machine/lab.ts";
import { prepareMachine } from "../machine/prepare.ts";
import { runMachineRunner } from "../machine/runner.ts";
import { undoApart } from "../machine/undo-apart.ts";
import { type Fate, tellEnd } from "../machine/tell-end.ts";
import { complain } from "../terminal/standard-output.ts";
import type { RunnerEnd } from "./runner.ts";
import type { RunRequest } from "../options/run-request.ts";
import { awaitStop, type Stopped } from "./signals.ts";

/**
 * Runs a recipe on this machine; returns the exit status.
 *
 * @param kept the lab to become; `null` when everything is to be undone
 */
export async function runOnMachine(request: RunRequest, kept: OwnLab | null): Promise<number> {
  const stopped = awaitStop();
  process.env["PATH"] = SYSTEM_PATH;
  const plan = await prepareMachine(request);
  const agreed = await consent(request, plan, askOnTerminal());
  if (stopped.by !== null) return exitStatusOf(stopped.by);
  if (!agreed) {
    complain("wirework: nothing was touched");
    return EXIT.usage;
  }
  using _modules = await requireModules(request.recipe.permissions.modules, askOnTerminal());
  if (kept !== null) return await runInLab(request, kept, stopped);
  const fresh = await freshLab(request.name);
  using _lock = fresh.locked;
  return await runInLab(request, fresh, stopped);
}

/** Runs it with a journal, and then keeps or undoes everything */
async function runInLab(request: RunRequest, lab: OwnLab, stopped: Stopped): Promise<number> {
  lab.locked.write(recordOf(request, lab));
  const runner = await runMachineRunner(request, lab, stopped);
  const fate = await meetFate(request, lab, runner);
  return tellEnd(request, { lab: lab.name, runner, stoppedBy: stopped.by ?? runner.wish, fate });
}

/** Keeps the lab; when its record can't be written, as on a full disk, undoes everything */
async function keepOrUndo(request: RunRequest, lab: OwnLab): Promise<void> {
  try {
    keepLab(request, lab);
  } catch (error) {
    await undoApart(lab);
    throw error;
  }
}

/** Keeps or undoes what the runner did, by its end and the wishes of the user */
async function meetFate(request: RunRequest, lab: OwnLab, { status, killedBy }: RunnerEnd): Promise<Fate> {
  const isWell = status === EXIT.done && killedBy === null;
  if (isWell && request.lab !== null) {
    await keepOrUndo(request, lab);
    return { met: "kept as a lab" };
  }
  if (request.keep && status === EXIT.failed && killedBy === null) return { met: "kept for a look" };
  try {
    await undoApart(lab);
    return { met: "undone" };
  } catch (error) {
    if (error instanceof PartlyUndone) return { met: "left", error };
    throw error;
  }
}
