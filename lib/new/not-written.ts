/** A file that can't be written, or is there already */
export class NotWritten extends Error {
  override readonly name = "NotWritten";
  /** The way out; `null` when there is none to name */
  readonly tryThis: string | null;

  constructor(message: string, tryThis: string | null) {
    super(message);
    this.tryThis = tryThis;
  }
}
