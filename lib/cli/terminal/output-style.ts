import { hasLibc } from "../../netlink/libc.ts";
import { isTerminal } from "../../netlink/pty.ts";

const STDOUT = 1;

/** Returns `colours` when the output is a terminal that wants them: https://no-color.org */
export function outputStyle(): "colours" | "plain" {
  const { NO_COLOR, TERM } = process.env;
  // Reading `process.stdout` would load all of Node's streams
  const isSeen = hasLibc ? isTerminal(STDOUT) : process.stdout.isTTY;
  return isSeen && (NO_COLOR ?? "") === "" && TERM !== "dumb" ? "colours" : "plain";
}
