/**
 * Undoes what a run has done to this machine itself.
 *
 * @module
 */
import { existsSync } from "node:fs";
import { dirname } from "node:path";

import { lookHere, runHere } from "../look-here.ts";
import type { LockedLab } from "../lab-lock.ts";
import { type Left, undo } from "../undo.ts";
import { endCommandsOf } from "./commands-of-run.ts";
import { NotTakenBack } from "./not-taken-back.ts";
import { machinePerformer } from "./performer.ts";

/**
 * Ends the programs that a run has started, and undoes the lines in its journal.
 *
 * @returns what could not be undone
 * @throws {JournalError} when the journal can't be read
 */
export async function undoRun(journal: string): Promise<readonly Left[]> {
  await endCommandsOf(dirname(journal));
  if (!existsSync(journal)) return [];
  const performer = machinePerformer({});
  return undo(journal, { look: lookHere(performer), run: (argv) => runHere(performer, argv) });
}

/**
 * Undoes a run as {@linkcode undoRun} does, and forgets its lab when nothing is left.
 *
 * @throws {JournalError} when the journal can't be read
 * @throws {NotTakenBack} when something is left
 */
export async function takeBack(name: string, lab: LockedLab): Promise<void> {
  const left = await undoRun(lab.files.journal);
  if (left.length > 0) throw new NotTakenBack(name, left);
  lab.forget();
}
