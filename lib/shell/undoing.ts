/**
 * The stage between permission and announcement: determines how to undo a line, before it runs.
 *
 * @module
 */
import type { Line } from "./template/session-line.ts";
import type { Outcome } from "./outcome.ts";

/** Makes lines undoable */
export interface Undoing {
  /**
   * Prepares a line before it is announced.
   *
   * @throws {CannotUndo} for a line that can't be undone, which then does not run
   */
  before(line: Line): Promise<Kept>;
}

/** A line that may run */
export interface Kept {
  /** The line to perform: the same, or one with labels that identify what it makes */
  readonly line: Line;
  /** The id of the container that the line would have made, if it exists already */
  readonly container?: string;
  /** Records the outcome, before anything else runs */
  after(outcome: Outcome): Promise<void>;
}
