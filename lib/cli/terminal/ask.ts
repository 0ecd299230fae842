import { createInterface } from "node:readline/promises";

import type { Ask } from "../../hosts/modules.ts";

/** Asks on the terminal, where no is the answer unless it is yes; `null` where there is no terminal */
export function askOnTerminal(): Ask | null {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return null;
  return async (question) => {
    const terminal = createInterface({
      input: process.stdin,
      output: process.stderr,
    });
    // The end of the input is no yes; and Ctrl-C, which this reads as a character, is to be a signal
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
