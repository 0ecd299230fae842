/**
 * Takes back what a run has done to this machine itself.
 *
 * @module
 */
import { existsSync } from "node:fs";

import { lookHere, runHere } from "../look-here.ts";
import type { LockedLab } from "../lab-lock.ts";
import { type Left, undo } from "../undo.ts";
import { endCommandsOf } from "./commands-of-run.ts";
import { NotTakenBack } from "./not-taken-back.ts";
import { machinePerformer } from "./performer.ts";

/**
 * Ends what a run has started, and takes back what it did, by its journal.
 *
 * @returns what is left
 * @throws {JournalError} when the journal can't be read
 */
export async function undoRun(journal: string): Promise<readonly Left[]> {
  await endCommandsOf(journal);
  if (!existsSync(journal)) return [];
  const performer = machinePerformer({});
  return undo(journal, { look: lookHere(performer), run: (argv) => runHere(performer, argv) });
}

/**
 * The same, and forgets it when nothing is left.
 *
 * @throws {JournalError} when the journal can't be read
 * @throws {NotTakenBack} when something is left
 */
export async function takeBack(name: string, lab: LockedLab): Promise<void> {
  const left = await undoRun(lab.files.journal);
  if (left.length > 0) throw new NotTakenBack(name, left);
  lab.forget();
}
