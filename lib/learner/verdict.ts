/**
 * What a learner has built of a recipe: of `wirework check --json`, schema 1.
 *
 * @module
 */
import type { ArticleLine } from "../recipe/article-steps.ts";
import type { CheckReport } from "../recipe/run/report.ts";
import type { LineState } from "./judge.ts";

/**
 * - `done`: all that it changes is there
 * - `wrong`: something of it is missing, or is otherwise
 * - `past`: later lines have taken it away
 * - `to come`: nothing of it is there yet, or need be
 */
export type StepState = "done" | "wrong" | "past" | "to come";

/** A line, what it was to do, and what was seen */
export interface LineVerdict extends ArticleLine {
  readonly state: LineState;
  /** Whether it has to be there */
  readonly required: boolean;
  /** Of the first thing that is not so, or of the first thing; `null` where nothing was looked at, or it is past */
  readonly wanted: string | null;
  readonly seen: string | null;
}

/** A step, and its lines */
export interface StepVerdict {
  /** From 1 on; 0 for what comes before the first */
  readonly number: number;
  readonly comment: string;
  readonly state: StepState;
  readonly lines: readonly LineVerdict[];
}

/** A check: `past` is for one that held before later lines were typed, and `not asked` for one whose lines aren't all there */
export interface CheckVerdict extends Omit<CheckReport, "ok" | "seen"> {
  readonly state: "holds" | "fails" | "past" | "not asked";
  /** `null` when it was not asked */
  readonly seen: string | null;
}

/** The first line that is missing or wrong */
export interface FirstMissing extends LineVerdict {
  /** The number of its step, from 1 on; 0 before the first */
  readonly step: number;
  /** What else to think of; `null` where nothing is */
  readonly note: string | null;
}

/** All of it */
export interface Verdict {
  readonly ok: boolean;
  readonly steps: readonly StepVerdict[];
  readonly checks: readonly CheckVerdict[];
  readonly first: FirstMissing | null;
  /** Whether an `exit` of the recipe's own has ended what it built */
  readonly ended: boolean;
  /** Why the recipe itself could not be read to its end here; `null` when it could */
  readonly stopped: string | null;
}
