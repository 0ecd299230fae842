import type { Window } from "../builtins/builtin.ts";
import { runWith } from "../builtins/run-with.ts";
import { SANDBOX_BUILTINS } from "../builtins/table.ts";
import type { Command } from "./command.ts";
import { printLine, writeTo } from "./output.ts";
import { UsageError } from "./usage-error.ts";

/**
 * `wirework builtin NAME …`: a builtin as a program; with its command's own exit status.
 *
 * In the sandbox, `docker`, `service`, `sudo` and `brctl` on the search path are this.
 */
export const builtin: Command = async ([name, ...args]) => {
  const names = Object.keys(SANDBOX_BUILTINS).join(", ");
  if (name === undefined)
    throw new UsageError(`Cannot run a builtin without its name: one of ${names}`, "wirework builtin docker version");
  if (name === "--help") {
    printLine(`Usage: wirework builtin NAME [ARGUMENTS], with one of ${names}`);
    return 0;
  }
  const run = Object.hasOwn(SANDBOX_BUILTINS, name) ? SANDBOX_BUILTINS[name] : undefined;
  if (run === undefined) throw new UsageError(`Unknown builtin "${name}": there are ${names}`, null);
  const window = process.stdin.isTTY && process.stdout.isTTY ? ownWindow() : null;
  const streams = {
    input: keyboard(window),
    output: (chunk: Uint8Array) => writeTo("output", chunk),
    errors: (chunk: Uint8Array) => writeTo("errors", chunk),
    window,
  };
  const perform = ([program = "", ...rest]: readonly string[]): Promise<number> =>
    Object.hasOwn(SANDBOX_BUILTINS, program)
      ? (SANDBOX_BUILTINS[program]?.(rest, { ...streams, perform }) ?? Promise.resolve(0))
      : runWith([program, ...rest], { ...streams, window: ownWindow() });
  return run(args, { ...streams, perform });
};

/** What is typed; on a terminal key by key, from the moment that somebody reads it */
async function* keyboard(window: Window | null): AsyncGenerator<Uint8Array> {
  if (window !== null) process.stdin.setRawMode(true);
  try {
    for await (const chunk of process.stdin) yield Buffer.from(chunk);
  } finally {
    if (window !== null) process.stdin.setRawMode(false);
  }
}

function ownWindow(): Window {
  return {
    inherited: true,
    size: () => ({
      columns: process.stdout.columns,
      rows: process.stdout.rows,
    }),
    onResize: (listener) => void process.on("SIGWINCH", listener),
  };
}
