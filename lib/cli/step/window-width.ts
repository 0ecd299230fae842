import { sizeOf } from "../../netlink/pty.ts";

const STDOUT = 1;

/** Where there is no window to fit in */
const UNLIMITED = 10_000;

/**
 * How many columns the window has that shows the standard output. It is asked each time: only processes of the terminal's own
 * session hear that it is another, and they a moment late.
 */
export function windowWidth(): number {
  return process.stdout.isTTY ? sizeOf(STDOUT).columns || UNLIMITED : UNLIMITED;
}
