import type { Telling } from "./run-request.ts";

/** What the process outside of a sandbox asks of the one inside */
export interface Errand {
  /** Files and folders that must stay readable */
  readonly kept: readonly string[];
  /** The recipe's file, as an absolute path: the working folder is another one inside */
  readonly file: string;
  /** The recipe's options as typed; all of them are good */
  readonly typed: Readonly<Record<string, string>>;
  readonly telling: Telling;
  /** Whether the sandbox stays open when the run fails */
  readonly keep: boolean;
}
