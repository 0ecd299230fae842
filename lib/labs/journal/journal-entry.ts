/**
 * The journal's format, version 3: one line of JSON per entry; the first is the head. See docs/journal.md.
 *
 * @module
 */
import type { Entering } from "../../resources/entering.ts";
import type { InverseStep } from "../../shell/invert/inversion.ts";
import { enteringBy } from "../../shell/invert/typed.ts";

/** The only version that is written and read */
export const JOURNAL_VERSION = 3;

/** The first line */
export interface Head {
  readonly journal: typeof JOURNAL_VERSION;
  /** The lab's name */
  readonly lab: string;
  /** `/proc/sys/kernel/random/boot_id`: after a reboot, everything in the kernel is gone */
  readonly boot: string;
  /** The time when the journal was begun, ISO 8601 */
  readonly begun: string;
}

/** A line that is about to run */
export interface Intent {
  readonly intent: number;
  /** The line as typed */
  readonly text: string;
  /** The steps that undo it, in the order of running, as far as known before it runs */
  readonly steps: readonly InverseStep[];
}

/** A line that has run */
export interface Result {
  readonly result: number;
  readonly exit: number;
  /** The final steps, which replace the intent's */
  readonly steps: readonly InverseStep[];
}

/** A finished undo step: it was run, or there was nothing left to undo */
export interface Undone {
  readonly undone: number;
  /** The step's index among those of its line */
  readonly step: number;
}

/** Any line but the first */
export type Entry = Intent | Result | Undone;

/** The key of what enters a network namespace: the journal has only its words */
const ENTER = "enter";

/** Writes a line of the journal, without its sum and its line feed */
export function textOfLine(line: Head | Entry): string {
  // The value of that key is of this type wherever an identity has one
  return JSON.stringify(line, (key, value: unknown) => (key === ENTER ? (value as Entering).words : value));
}

/**
 * Parses a line of the journal.
 *
 * @throws {SyntaxError} for text that is no JSON
 */
export function parseLine(text: string): unknown {
  return JSON.parse(text, (key, value: unknown) => (key === ENTER ? enteringBy(wordsIn(value)) : value));
}

function wordsIn(value: unknown): readonly string[] {
  if (!Array.isArray(value) || !value.every((word) => typeof word === "string"))
    throw new SyntaxError("enter must be a list of words");
  return value;
}
