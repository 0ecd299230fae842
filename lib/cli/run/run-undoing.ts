/**
 * The undoing of a run, from inside its host.
 *
 * @module
 */
import { refusing } from "../../shell/refusing.ts";
import type { WrittenUndoing } from "../../step/stepper.ts";

/** The undoing of a run on a throw-away host */
export interface RunUndoing extends WrittenUndoing, Disposable {
  /** The first line that can't be undone; `null` when there is none, or everything ends with the host */
  readonly obstacle: string | null;
}

/** Returns the undoing of a run whose host ends with everything on it */
export function throwAway(): RunUndoing {
  return { ...refusing("allowed"), numberOf: () => null, obstacle: null, [Symbol.dispose]: () => {} };
}
