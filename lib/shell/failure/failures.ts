/** Handles failed commands and checks */
export interface Failures {
  /** The time that a check has to pass, in milliseconds */
  readonly patience: number;
  /** Throws the error, or lets the recipe go on */
  meet(error: Error): void;
  /** Handles a check that could not be run; throws the error, or lets the recipe go on */
  unmade(error: Error): void;
}

/** Ends the run at the first failure */
export const ENDING: Failures = {
  patience: 3000,
  meet(error) {
    throw error;
  },
  unmade(error) {
    throw error;
  },
};
