/**
 * The verdict on what a learner has built: the document of `wirework check --json`, schema 1.
 *
 * @module
 */
import type { ArticleLine } from "../recipe/article-steps.ts";
import type { CheckReport } from "../recipe/run/report.ts";
import type { LineState } from "./judge.ts";

/**
 * The state of a step, by the results of its lines.
 *
 * - `done`: all its results are there
 * - `wrong`: some are missing or different
 * - `past`: later lines have removed them
 * - `to come`: none is there yet, and none need be
 */
export type StepState = "done" | "wrong" | "past" | "to come";

/** A line, its expected result, and what was seen */
export interface LineVerdict extends ArticleLine {
  readonly state: LineState;
  /** True when the line must have been typed */
  readonly required: boolean;
  /** The first unexpected finding, or else the first one; `null` when nothing was inspected, or the line is past */
  readonly wanted: string | null;
  readonly seen: string | null;
}

/** A step and its lines */
export interface StepVerdict {
  /** The number, from 1; 0 for lines before the first step */
  readonly number: number;
  readonly comment: string;
  readonly state: StepState;
  readonly lines: readonly LineVerdict[];
}

/** A check: `past` if it passed before later lines were typed, `not asked` if some of its lines are missing */
export interface CheckVerdict extends Omit<CheckReport, "ok" | "seen"> {
  readonly state: "holds" | "fails" | "past" | "not asked";
  /** The result that was seen; `null` when the check was not run */
  readonly seen: string | null;
}

/** The first line that is missing or wrong */
export interface FirstMissing extends LineVerdict {
  /** The number of its step, from 1; 0 before the first */
  readonly step: number;
  /** A hint; `null` when there is none */
  readonly note: string | null;
}

/** The whole verdict */
export interface Verdict {
  readonly ok: boolean;
  readonly steps: readonly StepVerdict[];
  readonly checks: readonly CheckVerdict[];
  readonly first: FirstMissing | null;
  /** True when the recipe's own `exit` has ended what it built */
  readonly ended: boolean;
  /** The reason why the recipe could not be read to its end here; `null` when it could */
  readonly stopped: string | null;
}
