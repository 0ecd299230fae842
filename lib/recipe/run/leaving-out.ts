/**
 * A run without one of its steps, which shows what the step is for.
 *
 * @module
 */
import type { Failures } from "../../shell/failure/failures.ts";
import { planOf } from "../../shell/invert/invert.ts";
import type { Line } from "../../shell/template/session-line.ts";
import { NotPermitted } from "../../shell/failure/not-permitted.ts";
import { AT_ONCE, type Pace, type Said } from "../../shell/pace.ts";
import { StepError } from "../../shell/failure/step-error.ts";
import { type Observer, tellAll } from "./observer.ts";
import type { CheckReport } from "./report.ts";

/** Receives events that only such a run has */
export interface LeavingOutReader {
  leftOut(said: Said): void;
  /** A later command failed, or printed something unexpected; the run goes on */
  failed(error: StepError): void;
  /** A check could not be run */
  unmade(check: CheckReport): void;
}

/**
 * Skips the changes of one step, and goes on whatever fails then. Lines that only look still run, since later
 * lines need their output; the article's output replaces what is missing.
 */
export class LeavingOut {
  readonly #step: number;
  readonly #reader: LeavingOutReader;
  #current = 0;
  /** True when the next check to be reported could not be run */
  #isUnmade = false;

  /**
   * Skips a step.
   *
   * @param step its number, from 1
   */
  constructor(step: number, reader: LeavingOutReader) {
    this.#step = step;
    this.#reader = reader;
  }

  /** Wraps an observer to count steps */
  counting(observer: Observer): Observer {
    return {
      ...tellAll([observer]),
      step: (comment, said) => {
        this.#current += 1;
        observer.step(comment, said);
      },
      checked: (check) => {
        if (this.#isUnmade) this.#reader.unmade(check);
        else observer.checked(check);
        this.#isUnmade = false;
      },
    };
  }

  get pace(): Pace {
    return {
      before: async (said) => {
        if (this.#current !== this.#step || !changesSomething(said)) return AT_ONCE.before(said);
        this.#reader.leftOut(said);
        return null;
      },
    };
  }

  /** Reports failed checks like any others */
  get failures(): Failures {
    return {
      // Most failures here are final
      patience: 2000,
      meet: (error) => {
        if (error instanceof NotPermitted) throw error;
        if (error instanceof StepError) this.#reader.failed(error);
      },
      unmade: (error) => {
        if (error instanceof NotPermitted) throw error;
        this.#isUnmade = true;
      },
    };
  }
}

/**
 * Reports whether a line does more than look; lines typed in a container count as changes, since their programs are not
 * known
 */
export function changesSomething(said: Said): boolean {
  return "commands" in said ? lineChanges(said) : true;
}

function lineChanges({ commands, redirection }: Line): boolean {
  return redirection !== null || commands.some(({ argv }) => planOf(argv).kind !== "none");
}
