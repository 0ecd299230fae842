/**
 * Runs a program on a pseudo-terminal of its own, shown on this process's terminal.
 *
 * @module
 */
import { HOST_ENVIRONMENT } from "../../hosts/environment.ts";
import { Typing } from "../../paste/typing.ts";
import type { Keyboard } from "./keyboard.ts";
import { belowLine } from "./mended.ts";
import { writeTo } from "./standard-output.ts";

const POLL_MILLISECONDS = 2;

/** After this silence, the terminal of an ended program has shown everything */
const QUIET_MILLISECONDS = 20;

/** The shell reads none of the machine's own settings, which would change the prompt and more */
export const SHELL_ON_HOST = ["bash", "--noprofile", "--norc"] as const;

/** A command line, and its environment beyond a throw-away host's own */
export interface HostCommand {
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** The treatment of its input: unchanged, or mended as lines copied from a page */
  readonly reads: "as it comes" | "mended for the host" | "mended for a container";
}

/**
 * Runs a program until it ends; returns its exit status. On a shared terminal, programs of the host could
 * inject input: ioctl_tty(2), TIOCSTI. Here its keys come one by one, Ctrl-C too; the terminal ends with this
 * process, and the program gets a hangup.
 */
export async function runOnOwnTerminal({ argv, environment, reads }: HostCommand, keyboard: Keyboard): Promise<number> {
  const { columns, rows } = process.stdout;
  const typing = reads === "as it comes" ? AS_IT_COMES : new Typing(belowLine);
  const closed = Promise.withResolvers<void>();
  let latest = performance.now();
  const running = Bun.spawn([...argv], {
    env: { ...HOST_ENVIRONMENT, ...environment },
    terminal: {
      cols: columns,
      rows,
      data(_terminal, chunk) {
        latest = performance.now();
        writeTo("output", typing.shown(chunk));
      },
      exit: () => closed.resolve(),
    },
  });
  using _keys = keyboard.give((keys) => running.terminal?.write(typing.typed(keys)));
  using _window = onResize(() => running.terminal?.resize(process.stdout.columns, process.stdout.rows));
  const status = await running.exited;
  // Children may hold the terminal open for long after the program's own output has ended
  const isQuiet = () => performance.now() - latest > QUIET_MILLISECONDS;
  const quiet = async () => {
    while (!isQuiet()) await Bun.sleep(POLL_MILLISECONDS);
  };
  await Promise.race([closed.promise, quiet()]);
  return status;
}

/** Passes keys and output on unchanged */
const AS_IT_COMES: Pick<Typing, "typed" | "shown"> = { typed: (chunk) => chunk, shown: (chunk) => chunk };

/** Listens until it is disposed of */
function onResize(listener: () => void): Disposable {
  process.on("SIGWINCH", listener);
  return { [Symbol.dispose]: () => void process.off("SIGWINCH", listener) };
}
