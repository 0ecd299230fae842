import { constants } from "node:os";

/** What an exit status of ours means */
export const EXIT = {
  done: 0,
  /** A step or a check failed, and all was undone */
  failed: 1,
  /** Bad usage or input; nothing was touched */
  usage: 2,
  /** Something could not be undone */
  left: 3,
  /** Refused by the recipe's permissions */
  refused: 4,
  /** Standard output was closed by its reader */
  closed: 128 + constants.signals.SIGPIPE,
} as const;

/** A shell's exit status for a program that a signal ended */
export function exitStatusOf(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}
