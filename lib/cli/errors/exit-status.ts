import { constants } from "node:os";

/** wirework's exit statuses */
export const EXIT = {
  done: 0,
  /** A step or a check failed, and everything was undone */
  failed: 1,
  /** Bad usage or input; nothing was touched */
  usage: 2,
  /** A part that could not be undone */
  left: 3,
  /** The recipe's permissions refused a command */
  refused: 4,
  /** The reader of standard output closed it */
  closed: 128 + constants.signals.SIGPIPE,
} as const;

/** Returns a shell's exit status for a program that a signal ended */
export function exitStatusOf(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}
