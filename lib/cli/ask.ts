import { createInterface } from "node:readline/promises";

import type { Ask } from "../hosts/modules.ts";

/** Asks on the terminal, where no is the answer unless it is yes; `null` where there is no terminal */
export function askOnTerminal(): Ask | null {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return null;
  return async (question) => {
    const terminal = createInterface({
      input: process.stdin,
      output: process.stderr,
    });
    const answer = await terminal.question(`${question} [y/N] `);
    terminal.close();
    return /^y(?:es)?$/i.test(answer.trim());
  };
}
