/** Why something failed, and the way out */
export interface Explained {
  readonly cause: string;
  readonly tryThis: string;
}

/** A known failure */
export interface Cause extends Explained {
  /** What a program says then; its named groups are names that are in its words */
  readonly says: RegExp;
  /** With `{link}` where such a name is to be: from the program's words, or the command; `NAME` where neither has it */
  readonly tryThis: string;
}
