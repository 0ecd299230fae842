/** Thrown for a command line that can't be understood; nothing was touched */
export class UsageError extends Error {
  override readonly name = "UsageError";
  /** The line to type instead, or `null` when it can't be guessed */
  readonly tryThis: string | null;

  constructor(message: string, tryThis: string | null) {
    super(message);
    this.tryThis = tryThis;
  }
}
