/** Why a command is not to run: what a value in it stands for is not what it was */
export interface Objection {
  /** A sentence without its end: `process 2778 has ended since it was looked up` */
  readonly reason: string;
  readonly cause: string;
  readonly tryThis: string;
}

/** What a value stood for when it was read, such as a process; asked before each command that has the value in it */
export interface Held {
  /** Why that command must not run any more; `null` when it may */
  objection(argv: readonly string[]): Objection | null;
}
