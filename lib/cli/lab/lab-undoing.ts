/**
 * The undoing of a lab, from inside its host.
 *
 * @module
 */
import { bootId } from "../../hosts/boot-id.ts";
import { JournalWriter } from "../../labs/journal/write.ts";
import { journalled } from "../../labs/journalled.ts";
import { lookHere, runHere } from "../../labs/look-here.ts";
import { answering } from "../../labs/repair/answer-containers.ts";
import { LAB_JOURNAL, repairable } from "../../labs/repair/repairable.ts";
import { undoWiring } from "../../labs/repair/undo-wiring.ts";
import type { Performer } from "../../shell/template/session-line.ts";
import { StepError } from "../../shell/failure/step-error.ts";
import type { Job } from "../run/job.ts";
import type { RunUndoing } from "../run/run-undoing.ts";

/**
 * Returns the undoing of a lab, or of a run that can go back: a journal on its host. What an earlier run of
 * the recipe did is undone first, except its containers.
 *
 * @throws {StepError} when something of it can't be undone
 */
export async function labUndoing(lab: string, host: Job["host"], performer: Performer): Promise<RunUndoing> {
  const made = "was" in host ? await undoEarlierRun(lab, performer) : [];
  const writer = JournalWriter.begin(LAB_JOURNAL, lab, bootId());
  const known = journalled(writer, lookHere(performer));
  const written = repairable(known);
  const { before } = answering(made, { start: (id) => start(performer, id) }, writer, written);
  return {
    before,
    numberOf: (line) => known.numberOf(line),
    get obstacle() {
      return written.obstacle;
    },
    [Symbol.dispose]: () => writer[Symbol.dispose](),
  };
}

async function undoEarlierRun(lab: string, performer: Performer) {
  const { made, left } = await undoWiring(performer);
  const [first] = left;
  if (first === undefined) return made;
  throw new StepError({
    message: `Cannot repair the lab "${lab}": \`${first.of}\` can't be undone`,
    command: first.of,
    cause: first.why,
    tryThis: `wirework exec ${lab} ${first.try}`,
  });
}

/** Starts a container; Docker prints nothing else for one that runs already */
async function start(performer: Performer, id: string): Promise<boolean> {
  const { exitCode } = await runHere(performer, ["docker", "start", id]);
  return exitCode === 0;
}
