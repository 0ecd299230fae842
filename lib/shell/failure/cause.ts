/** The cause of a failure, and the way out */
export interface Explained {
  readonly cause: string;
  readonly tryThis: string;
}

/** A known failure */
export interface Cause extends Explained {
  /** Matches the program's message; named groups capture names in it */
  readonly says: RegExp;
  /**
   * The way out, with `{link}` in place of a captured name, which is taken from the message or the command;
   * `NAME` when neither has it
   */
  readonly tryThis: string;
}
