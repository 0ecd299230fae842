/** Why something failed, and the way out */
export interface Explained {
  readonly cause: string;
  readonly tryThis: string;
}

/** A known failure */
export interface Cause extends Explained {
  readonly says: RegExp;
}
