/** The reason for not running a command: a value in it no longer means what it did */
export interface Objection {
  /** A clause without a period: `process 2778 has ended since it was looked up` */
  readonly reason: string;
  readonly cause: string;
  readonly tryThis: string;
}

/**
 * The meaning of a value when it was read, such as a process; checked before each command that contains the
 * value
 */
export interface Held {
  /** Returns the reason why that command must not run any more; `null` when it may */
  objection(argv: readonly string[]): Objection | null;
}
