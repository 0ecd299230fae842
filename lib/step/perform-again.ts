import type { Transcript } from "../recipe/run/transcript.ts";
import { failureOf } from "../shell/failure/command-error.ts";
import type { Line, Performer } from "../shell/template/session-line.ts";
import { refuseStale } from "../shell/failure/stale-value.ts";
import { StepError } from "../shell/failure/step-error.ts";
import type { Undoing } from "../shell/undoing.ts";

/** The parts of a run that a repeated line needs */
export interface Again {
  readonly performer: Performer;
  readonly undoing: Undoing;
  readonly transcript: Transcript;
}

/**
 * Performs an undone line again, as it was performed before.
 *
 * @returns the error when it failed; `null` on success
 */
export async function performAgain(line: Line, { performer, undoing, transcript }: Again): Promise<StepError | null> {
  try {
    refuseStale(line);
    const kept = await undoing.before(line);
    const outcome = await performer.perform(kept.line);
    await kept.after(outcome);
    transcript.finished(line, outcome);
    return outcome.exitCode === 0 ? null : failureOf(performer, line.text, outcome);
  } catch (error) {
    if (error instanceof StepError) return error;
    throw error;
  }
}
