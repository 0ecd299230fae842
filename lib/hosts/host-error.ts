/** A host that can't be opened on this machine: bad input, as nothing was touched */
export class HostError extends Error {
  /** Why: a kernel switch, or what a program said */
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
