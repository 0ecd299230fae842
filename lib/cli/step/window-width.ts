import { sizeOf } from "../../netlink/pty.ts";

const STDOUT = 1;

/** The width where there is no window */
const UNLIMITED = 10_000;

/**
 * Returns the number of columns of the window that shows the standard output. It is read each time: only
 * processes of the terminal's own session get the signal of a change, and with a delay.
 */
export function windowWidth(): number {
  return process.stdout.isTTY ? sizeOf(STDOUT).columns || UNLIMITED : UNLIMITED;
}
