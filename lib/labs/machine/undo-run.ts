/**
 * Undoes what a run has done to this machine itself.
 *
 * @module
 */
import { existsSync } from "node:fs";
import { dirname } from "node:path";

import { lookHere, runHere } from "../look-here.ts";
import { JournalError } from "../journal/journal-error.ts";
import { readJournal } from "../journal/read.ts";
import type { LockedLab } from "../lab-lock.ts";
import { type Left, undo } from "../undo.ts";
import { endCommandsOf } from "./commands-of-run.ts";
import { PartlyUndone } from "./partly-undone.ts";
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
 * @throws {PartlyUndone} when something is left
 */
export async function undoAndForget(name: string, lab: LockedLab): Promise<void> {
  const left = await undoRun(lab.files.journal);
  if (left.length > 0) throw new PartlyUndone(name, left);
  lab.forget();
}

/**
 * Requires a journal to have all lines that it had.
 *
 * @param sum the sum of its last line when the lab came up; `null` when that is unknown: then it has one line at least
 * @throws {JournalError} when lines are missing
 */
export function requireWhole(file: string, sum: string | null): void {
  const sums = existsSync(file) ? (readJournal(file)?.sums ?? []) : [];
  if (sum === null ? sums.length === 0 : !sums.includes(sum))
    throw new JournalError(file, "it has lost lines, and what they did to this machine may be left");
}
