/**
 * A program on a terminal that is made for it, shown on this process's own.
 *
 * @module
 */
import { HOST_ENVIRONMENT } from "../../hosts/environment.ts";
import { Typing } from "../../paste/typing.ts";
import type { Keyboard } from "./keyboard.ts";
import { belowLine } from "./mended.ts";
import { writeTo } from "./output.ts";

const POLL_MILLISECONDS = 2;

/** After so long of nothing, a terminal whose program has ended has shown all that this had to say */
const QUIET_MILLISECONDS = 20;

/** Of the machine's own settings such a shell reads nothing: they would change the prompt, and more */
export const SHELL_ON_HOST = ["bash", "--noprofile", "--norc"] as const;

/** A command line, and what it finds in its environment beside a throw-away host's own */
export interface HostCommand {
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** What it reads: to the byte, or mended where that was copied from a page */
  readonly reads: "as it comes" | "mended for the host" | "mended for a container";
}

/**
 * Runs it until it ends; its exit status. A terminal that is shared could be typed into by whatever is on the host,
 * ioctl_tty(2), TIOCSTI; and this one's keys come one by one, Ctrl-C too. It goes with this process, and the program hears
 * of that.
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
  // What it has started may hold the terminal open for long: of its own, nothing comes any more
  const isQuiet = () => performance.now() - latest > QUIET_MILLISECONDS;
  const quiet = async () => {
    while (!isQuiet()) await Bun.sleep(POLL_MILLISECONDS);
  };
  await Promise.race([closed.promise, quiet()]);
  return status;
}

/** Keys, and what is shown, as they are */
const AS_IT_COMES: Pick<Typing, "typed" | "shown"> = { typed: (chunk) => chunk, shown: (chunk) => chunk };

/** Until it is disposed of */
function onResize(listener: () => void): Disposable {
  process.on("SIGWINCH", listener);
  return { [Symbol.dispose]: () => void process.off("SIGWINCH", listener) };
}
