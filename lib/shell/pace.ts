/**
 * Stepping: a line waits here for the user. That is before its undo steps are prepared, as the state may
 * change while it waits.
 *
 * @module
 */
import type { Line } from "./template/session-line.ts";

/** A line that is about to run: on the host, or at a container's prompt */
export type Said = Line | TypedAtPrompt;

/** A line that is about to be typed into a container's shell */
export interface TypedAtPrompt {
  readonly text: string;
  readonly prompt: string;
}

/** A line that may run */
export interface Let {
  /** Receives the end of the line, successful or not, once its output is shown */
  after(): Promise<void>;
}

/** Decides when lines run */
export interface Pace {
  /** Receives each line before it runs, except for commands of checks; returns `null` to skip it */
  before(said: Said): Promise<Let | null>;
}

/** Runs each line immediately */
export const AT_ONCE: Pace = { before: async () => ({ after: async () => {} }) };
