/** Longer than any run; a timer takes no more than 2^31 milliseconds */
const LONG_MILLISECONDS = 1_000_000_000;

/**
 * Ends this process with a status, when that is known. Until then it lives on, whatever else there is to wait for: a promise alone
 * keeps no process, and to await it at the top of a module is not for one that is kept as bytecode.
 */
export function exitWith(status: Promise<number>): void {
  setInterval(() => {}, LONG_MILLISECONDS);
  void status.then((known) => process.exit(known));
}
