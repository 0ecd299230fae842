import { existsSync, rmSync } from "node:fs";

import type { Performer } from "../../shell/template/session-line.ts";
import { readJournal, type Standing } from "../journal/read.ts";
import { JournalWriter } from "../journal/write.ts";
import { lookHere, runHere } from "../look-here.ts";
import { type Left, undo } from "../undo.ts";
import { type MadeContainer, madeBy, merged, readMade, writeMade } from "./made-container.ts";
import { LAB_JOURNAL } from "./repairable.ts";

/** The file that lists the containers while the recipe runs again */
const MADE = "/run/wirework-host/containers.json";

/** Things that the recipe can use when it runs again */
export interface UndoneWiring {
  readonly made: readonly MadeContainer[];
  /** Lines that could not be undone */
  readonly left: readonly Left[];
}

/**
 * Undoes everything that a lab's recipe has done on the current host, except its containers.
 *
 * @throws {JournalError} when its journal can't be read
 */
export async function undoWiring(performer: Performer): Promise<UndoneWiring> {
  const journal = existsSync(LAB_JOURNAL) ? readJournal(LAB_JOURNAL) : null;
  if (journal === null) return { made: readMade(MADE), left: [] };
  const now = madeBy(journal.lines);
  const made = merged(readMade(MADE), now);
  writeMade(MADE, made);
  keepContainers(journal.lines, now);
  const left = await undo(LAB_JOURNAL, {
    look: lookHere(performer),
    run: (argv) => runHere(performer, argv),
  });
  if (left.length === 0) rmSync(LAB_JOURNAL);
  return { made, left };
}

/** Marks every step that removes a container as finished */
function keepContainers(lines: readonly Standing[], made: readonly MadeContainer[]): void {
  using writer = JournalWriter.resume(LAB_JOURNAL, lines.length);
  const kept = new Set(made.flatMap(({ steps }) => steps));
  for (const { number, steps } of lines) {
    for (const [place, step] of steps) if (kept.has(step)) writer.undone(number, place);
  }
}
