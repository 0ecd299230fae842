/** What a step that came to nothing says of itself */
export interface Failure {
  readonly message: string;
  /** As typed */
  readonly command: string;
  /** What it means; `null` when we do not know */
  readonly cause: string | null;
  /** The way out; `null` when we know none */
  readonly tryThis: string | null;
}

/** A step that came to nothing, with the cause and the way out */
export class StepError extends Error {
  /** As typed */
  readonly command: string;
  /** What it means; `null` when we do not know */
  override readonly cause: string | null;
  /** The way out; `null` when we know none */
  readonly tryThis: string | null;

  constructor({ message, command, cause, tryThis }: Failure) {
    super(message);
    this.name = "StepError";
    this.command = command;
    this.cause = cause;
    this.tryThis = tryThis;
  }
}
