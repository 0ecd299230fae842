/** Thrown when a lab can't be used as requested. Nothing was touched, so it counts as bad input */
export class LabError extends Error {
  override readonly name = "LabError";
  /** The cause; `null` when the message contains it */
  override readonly cause: string | null;
  /** The line to type; `null` when there is none */
  readonly tryThis: string | null;

  constructor(message: string, cause: string | null, tryThis: string | null) {
    super(message);
    this.cause = cause;
    this.tryThis = tryThis;
  }
}
