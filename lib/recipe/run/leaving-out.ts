/**
 * A run with one of its steps left out, to see what it is for.
 *
 * @module
 */
import type { Failures } from "../../shell/failure/failures.ts";
import { planOf } from "../../shell/invert/invert.ts";
import type { Line } from "../../shell/template/line.ts";
import { NotPermitted } from "../../shell/failure/not-permitted.ts";
import { AT_ONCE, type Pace, type Said } from "../../shell/pace.ts";
import { StepError } from "../../shell/failure/step-error.ts";
import { type Observer, tellAll } from "./observer.ts";
import type { CheckReport } from "./report.ts";

/** Who is told what only such a run has to tell */
export interface LeavingOutReader {
  leftOut(said: Said): void;
  /** A later command has failed, or did not print what it was to print; the run goes on */
  failed(error: StepError): void;
  /** A check could not even be made */
  unmade(check: CheckReport): void;
}

/**
 * Leaves out what one step changes, and goes on whatever fails then. What only looks runs, as later lines need what it prints;
 * what isn't there goes by what the article prints.
 */
export class LeavingOut {
  readonly #step: number;
  readonly #reader: LeavingOutReader;
  #current = 0;
  /** Whether the check that is told next could not be made */
  #isUnmade = false;

  /** @param step its number, from 1 on */
  constructor(step: number, reader: LeavingOutReader) {
    this.#step = step;
    this.#reader = reader;
  }

  /** The same observer, by whom the steps are counted */
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

  /** Checks that do not hold are told as any others */
  get failures(): Failures {
    return {
      // Most of what fails here never comes true
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

/** Whether a line does more than to look; of one that is typed in a container nobody knows */
export function changesSomething(said: Said): boolean {
  return "commands" in said ? lineChanges(said) : true;
}

function lineChanges({ commands, redirection }: Line): boolean {
  return redirection !== null || commands.some(({ argv }) => planOf(argv).kind !== "none");
}
