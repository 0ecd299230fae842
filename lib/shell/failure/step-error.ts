/** The description of a failed step */
export interface Failure {
  readonly message: string;
  /** The command as typed */
  readonly command: string;
  /** The cause; `null` when it is unknown */
  readonly cause: string | null;
  /** The way out; `null` when it is unknown */
  readonly tryThis: string | null;
}

/** Thrown for a failed step, with the cause and the way out */
export class StepError extends Error {
  /** The command as typed */
  readonly command: string;
  /** The cause; `null` when it is unknown */
  override readonly cause: string | null;
  /** The way out; `null` when it is unknown */
  readonly tryThis: string | null;

  constructor({ message, command, cause, tryThis }: Failure) {
    super(message);
    this.name = "StepError";
    this.command = command;
    this.cause = cause;
    this.tryThis = tryThis;
  }
}
