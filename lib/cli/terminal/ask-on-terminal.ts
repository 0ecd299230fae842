import type { Ask } from "../../hosts/modules.ts";
import { isTerminal } from "../../netlink/pty.ts";

const [STDIN, STDERR] = [0, 2];

/** Returns a function that asks on the terminal, where everything but yes means no; `null` without a terminal */
export function askOnTerminal(): Ask | null {
  // Few runs ask: reading `process.stdin` would load all of Node's streams
  if (!isTerminal(STDIN) || !isTerminal(STDERR)) return null;
  return async (question) => {
    const { createInterface } = await import("node:readline/promises");
    const terminal = createInterface({
      input: process.stdin,
      output: process.stderr,
    });
    // The end of the input means no; Ctrl-C, which is read as a character here, is turned back into a signal
    const closed = new Promise<string>((resolve) => terminal.once("close", () => resolve("")));
    terminal.once("SIGINT", () => {
      process.emit("SIGINT", "SIGINT");
      terminal.close();
    });
    const answer = await Promise.race([terminal.question(`${question} [y/N] `), closed]);
    terminal.close();
    return /^y(?:es)?$/i.test(answer.trim());
  };
}
