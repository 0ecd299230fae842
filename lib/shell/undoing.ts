/**
 * The station between a recipe's permissions and the announcement: what undoes a line, known before it runs.
 *
 * @module
 */
import type { Line } from "./template/line.ts";
import type { Outcome } from "./outcome.ts";

/** Sees to it that what lines do can be taken back */
export interface Undoing {
  /**
   * Is asked before a line is announced.
   *
   * @throws {CannotUndo} for a line that could not be taken back, which then does not run
   */
  before(line: Line): Promise<Kept>;
}

/** A line that may run */
export interface Kept {
  /** The line to perform: the same, or one with marks by which its work is known again */
  readonly line: Line;
  /** The id of the container that the line would have made, where it is there already */
  readonly container?: string;
  /** Is told how it ended, before anything else runs */
  after(outcome: Outcome): Promise<void>;
}
