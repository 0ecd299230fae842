/** A lab that can't be used as asked: bad input, as nothing was touched */
export class LabError extends Error {
  override readonly name = "LabError";
  /** Why; `null` when the message says it */
  override readonly cause: string | null;
  /** The way out; `null` when there is none to type */
  readonly tryThis: string | null;

  constructor(message: string, cause: string | null, tryThis: string | null) {
    super(message);
    this.cause = cause;
    this.tryThis = tryThis;
  }
}
