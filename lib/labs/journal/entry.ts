/**
 * The journal's format, version 2: a line of JSON an entry, the first one its head. See docs/journal.md.
 *
 * @module
 */
import type { InverseStep } from "../../shell/invert/inversion.ts";

/** The only version that is written, and read */
export const JOURNAL_VERSION = 2;

/** The first line */
export interface Head {
  readonly journal: typeof JOURNAL_VERSION;
  /** The lab whose it is */
  readonly lab: string;
  /** `/proc/sys/kernel/random/boot_id`: what the kernel held is gone with another one */
  readonly boot: string;
  /** When it was begun, ISO 8601 */
  readonly begun: string;
}

/** A line that is about to run */
export interface Intent {
  readonly intent: number;
  /** As typed */
  readonly text: string;
  /** What takes it back, in the order of running, as far as that is known by now */
  readonly steps: readonly InverseStep[];
}

/** A line that has run */
export interface Result {
  readonly result: number;
  readonly exit: number;
  /** Instead of the intent's */
  readonly steps: readonly InverseStep[];
}

/** A step that is done with: it was taken, or there was nothing to take back any more */
export interface Undone {
  readonly undone: number;
  /** The step's place among those of its line */
  readonly step: number;
}

/** Any line but the first */
export type Entry = Intent | Result | Undone;
