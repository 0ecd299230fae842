/** Thrown when a host can't be opened on this machine. Nothing was touched, so it counts as bad input */
export class HostError extends Error {
  /** The cause: a kernel setting, or a program's message */
  override readonly cause: string;
  /** The line to type */
  readonly tryThis: string;

  constructor(message: string, cause: string, tryThis: string) {
    super(message);
    this.name = "HostError";
    this.cause = cause;
    this.tryThis = tryThis;
  }
}
