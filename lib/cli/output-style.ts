import { isTerminal } from "../netlink/pty.ts";

const STDOUT = 1;

/** Whether what is printed is seen on a terminal, and may be coloured: https://no-color.org */
export function outputStyle(): "colours" | "plain" {
  const { NO_COLOR, TERM } = process.env;
  // To look at `process.stdout` would bring all of Node's streams along
  return isTerminal(STDOUT) && (NO_COLOR ?? "") === "" && TERM !== "dumb" ? "colours" : "plain";
}
