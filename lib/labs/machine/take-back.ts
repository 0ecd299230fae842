/**
 * Takes back what a run has done to this machine itself.
 *
 * @module
 */
import { existsSync } from "node:fs";

import { lookHere, runHere } from "../look-here.ts";
import type { LockedLab } from "../lab-lock.ts";
import { undo } from "../undo.ts";
import { NotTakenBack } from "./not-taken-back.ts";
import { machinePerformer } from "./performer.ts";

/**
 * Takes it back by its journal, and forgets it when nothing is left.
 *
 * @throws {JournalError} when the journal can't be read
 * @throws {NotTakenBack} when something is left
 */
export async function takeBack(name: string, lab: LockedLab): Promise<void> {
  const performer = machinePerformer({});
  const surroundings = { look: lookHere(performer), run: (argv: readonly string[]) => runHere(performer, argv) };
  const left = existsSync(lab.files.journal) ? await undo(lab.files.journal, surroundings) : [];
  if (left.length > 0) throw new NotTakenBack(name, left);
  lab.forget();
}
