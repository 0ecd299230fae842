/** Thrown when a journal can't be read; wirework then guesses nothing */
export class JournalError extends Error {
  override readonly cause: string;
  /** The way out */
  readonly tryThis: string;

  constructor(file: string, cause: string) {
    super(`Cannot take back what ${file} has`);
    this.name = "JournalError";
    this.cause = cause;
    this.tryThis = `read it: a line is what ran, with the steps that take it back; then sudo rm ${file}`;
  }
}
