/**
 * The station at which a line waits for whoever goes through a run line by line: before it is made undoable, as what is
 * there may change while it waits.
 *
 * @module
 */
import type { Line } from "./template/line.ts";

/** A line that is about to run: on the host, or in a container, where it is typed at a prompt */
export type Said = Line | TypedAtPrompt;

/** A line that is about to be typed into a container's shell */
export interface TypedAtPrompt {
  readonly text: string;
  readonly prompt: string;
}

/** A line that may run now */
export interface Let {
  /** Is told that it has run, with or without success, and that what it printed is shown */
  after(): Promise<void>;
}

/** Says when lines run */
export interface Pace {
  /** Is asked before a line runs; of what a check asks, it is not. `null` for a line that is left out */
  before(said: Said): Promise<Let | null>;
}

/** Each at once, when it is its turn */
export const AT_ONCE: Pace = { before: async () => ({ after: async () => {} }) };
