/** Thrown when a journal can't be read; wirework then guesses nothing */
export class JournalError extends Error {
  override readonly cause: string;
  /** The way out */
  readonly tryThis: string;

  constructor(file: string, cause: string) {
    super(`Cannot undo the lines of ${file}`);
    this.name = "JournalError";
    this.cause = cause;
    this.tryThis = `read it: each line is a command that ran, with the steps that undo it; then sudo rm ${file}`;
  }
}
