import { hasLibc } from "../../netlink/libc.ts";
import { isTerminal } from "../../netlink/pty.ts";

const STDOUT = 1;

/** Whether what is printed is seen on a terminal, and may be coloured: https://no-color.org */
export function outputStyle(): "colours" | "plain" {
  const { NO_COLOR, TERM } = process.env;
  // To look at `process.stdout` brings all of Node's streams along
  const isSeen = hasLibc ? isTerminal(STDOUT) : process.stdout.isTTY;
  return isSeen && (NO_COLOR ?? "") === "" && TERM !== "dumb" ? "colours" : "plain";
}
