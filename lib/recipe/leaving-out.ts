/**
 * A run with one of its steps left out, to see what it is for.
 *
 * @module
 */
import { CommandError } from "../shell/command-error.ts";
import type { Failures } from "../shell/failures.ts";
import { planOf } from "../shell/invert/invert.ts";
import type { Line } from "../shell/line.ts";
import { NotPermitted } from "../shell/not-permitted.ts";
import { AT_ONCE, type Pace, type Said } from "../shell/pace.ts";
import { type Observer, tellAll } from "./observer.ts";

/** Who is told what only such a run has to tell */
export interface LeavingOutReader {
  leftOut(said: Said): void;
  /** A later command, which the run goes on after */
  failed(error: CommandError): void;
}

/**
 * Leaves out what one step changes, and goes on whatever fails then. What only looks runs, as later lines need what it prints;
 * a container that isn't started goes by the id that the article prints.
 */
export class LeavingOut {
  readonly #step: number;
  readonly #reader: LeavingOutReader;
  #current = 0;

  /** @param step its number, from 1 on */
  constructor(step: number, reader: LeavingOutReader) {
    this.#step = step;
    this.#reader = reader;
  }

  /** The same observer, by whom the steps are counted */
  counting(observer: Observer): Observer {
    return {
      ...tellAll([observer]),
      step: (comment) => {
        this.#current += 1;
        observer.step(comment);
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
      patience: 1000,
      meet: (error) => {
        if (error instanceof NotPermitted) throw error;
        if (error instanceof CommandError) this.#reader.failed(error);
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
