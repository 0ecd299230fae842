import type { Transcript } from "../recipe/run/transcript.ts";
import { failureOf } from "../shell/failure/command-error.ts";
import type { Line, Performer } from "../shell/template/line.ts";
import { refuseStale } from "../shell/failure/stale-value.ts";
import { StepError } from "../shell/failure/step-error.ts";
import type { Undoing } from "../shell/undoing.ts";

/** What a line needs that runs once more */
export interface Again {
  readonly performer: Performer;
  readonly undoing: Undoing;
  readonly transcript: Transcript;
}

/**
 * Performs a line once more that was taken back, the way that it went before.
 *
 * @returns why it came to nothing; `null` when it did not
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
