import { exitNow } from "../../recipe/forbid-exit.ts";

/** Longer than any run; a timer takes at most 2^31 milliseconds */
const LONG_MILLISECONDS = 1_000_000_000;

/**
 * Ends this process with a status once that is known, and keeps it alive until then: a pending promise alone
 * does not, and modules cached as bytecode can't use top-level await.
 */
export function exitWith(status: Promise<number>): void {
  setInterval(() => {}, LONG_MILLISECONDS);
  void status.then((known) => exitNow(known));
}
