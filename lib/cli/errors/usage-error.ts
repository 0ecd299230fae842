/** A command line that cannot be understood: nothing has been touched yet */
export class UsageError extends Error {
  override readonly name = "UsageError";
  /** What to type instead, or `null` when that cannot be guessed */
  readonly tryThis: string | null;

  constructor(message: string, tryThis: string | null) {
    super(message);
    this.tryThis = tryThis;
  }
}
