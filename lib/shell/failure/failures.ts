/** What becomes of a command that has failed, or of a check that did not hold */
export interface Failures {
  /** How long something may take to come true before it has failed, in milliseconds */
  readonly patience: number;
  /** Throws it where that is the end of the run; else the recipe goes on */
  meet(error: Error): void;
  /** Of a check that could not be made; throws it where that is the end of the run */
  unmade(error: Error): void;
}

/** The first one is the end */
export const ENDING: Failures = {
  patience: 3000,
  meet(error) {
    throw error;
  },
  unmade(error) {
    throw error;
  },
};
