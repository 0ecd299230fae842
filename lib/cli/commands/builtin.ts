import type { Window } from "../../builtins/builtin.ts";
import { runWith } from "../../builtins/run-with.ts";
import { BUILTINS, builtinsOn } from "../../builtins/builtin-table.ts";
import { parseLeadingOptions } from "../options/arguments.ts";
import type { Command } from "../command.ts";
import { printLine, writeTo } from "../terminal/standard-output.ts";
import { readHostKind } from "../options/host-option.ts";
import { UsageError } from "../errors/usage-error.ts";

const OPTIONS = [
  { name: "on", takes: "value" },
  { name: "help", alias: "h", takes: "nothing" },
] as const;

/**
 * `wirework builtin NAME …`: runs a builtin as a program, with its own exit status.
 *
 * On a throw-away host, `service`, `sudo`, `brctl` and, in the sandbox, `docker` on the search path lead
 * here.
 */
export const builtin: Command = async (argv) => {
  const { values, switches, rest } = parseLeadingOptions(argv, OPTIONS);
  const kind = readHostKind(values.get("on") ?? "sandbox");
  const builtins = BUILTINS[kind];
  const names = Object.keys(builtins).join(", ");
  const [name, ...args] = rest;
  if (switches.has("help")) {
    printLine(`Usage: wirework builtin NAME [ARGUMENTS], with one of ${names}`);
    return 0;
  }
  if (name === undefined)
    throw new UsageError(`Cannot run a builtin without its name: one of ${names}`, "wirework builtin docker version");
  const run = Object.hasOwn(builtins, name) ? builtins[name] : undefined;
  if (run === undefined) throw new UsageError(`Unknown builtin "${name}": the builtins are ${names}`, null);
  const window = process.stdin.isTTY && process.stdout.isTTY ? ownWindow() : null;
  const streams = {
    input: keyboard(window),
    output: (chunk: Uint8Array) => writeTo("output", chunk),
    errors: (chunk: Uint8Array) => writeTo("errors", chunk),
    window,
  };
  const performed = builtinsOn(kind);
  const perform = ([program = "", ...others]: readonly string[]): Promise<number> =>
    Object.hasOwn(performed, program)
      ? (performed[program]?.(others, { ...streams, perform }) ?? Promise.resolve(0))
      : runWith([program, ...others], { ...streams, window: ownWindow() });
  return run(args, { ...streams, perform });
};

/** Yields what is typed; on a terminal key by key, beginning when somebody reads it */
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
