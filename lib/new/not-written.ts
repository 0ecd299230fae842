/** Thrown when a file can't be written, or exists already */
export class NotWritten extends Error {
  override readonly name = "NotWritten";
  /** The way out; `null` when there is none */
  readonly tryThis: string | null;

  constructor(message: string, tryThis: string | null) {
    super(message);
    this.tryThis = tryThis;
  }
}
