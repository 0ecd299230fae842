/** What becomes of a command that has failed, or of a check that did not hold */
export interface Failures {
  /** Throws it where that is the end of the run; else the recipe goes on */
  meet(error: Error): void;
}

/** The first one is the end */
export const ENDING: Failures = {
  meet(error) {
    throw error;
  },
};
