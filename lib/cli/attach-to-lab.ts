/**
 * A command in a lab, with this process's own streams.
 *
 * @module
 */
import { HOST_ENVIRONMENT } from "../hosts/environment.ts";
import { entering } from "../hosts/holder-identity.ts";
import { firstChild } from "../netlink/first-child.ts";
import { exitStatusOf } from "./exit-status.ts";
import type { ThrowAwayLab } from "./find-lab.ts";
import { writeTo } from "./output.ts";
import { awaitStop, type StopSignal } from "./signals.ts";

const POLL_MILLISECONDS = 2;

/** After so long of nothing, a terminal whose program has ended has shown all that this had to say */
const QUIET_MILLISECONDS = 20;

/** A command line for a lab's host, and what it finds in its environment beside the host's own */
export interface LabCommand {
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** Whether somebody sits at a terminal, to type and to read */
export function isOnTerminal(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY;
}

/** Runs a command on the host of a lab, until it ends; its exit status, as a shell has it */
export function attachToLab(lab: ThrowAwayLab, command: LabCommand): Promise<number> {
  return isOnTerminal() ? runOnOwnTerminal(lab, command) : runOnStreams(lab, command);
}

/**
 * On a terminal made for it: one that is shared could be typed into by whatever is in the lab, ioctl_tty(2), TIOCSTI. Its
 * keys come one by one, Ctrl-C too.
 */
async function runOnOwnTerminal({ host }: ThrowAwayLab, { argv, environment }: LabCommand): Promise<number> {
  const { columns, rows } = process.stdout;
  const closed = Promise.withResolvers<void>();
  let latest = performance.now();
  const running = Bun.spawn(entering(host.holder, started(argv)), {
    env: { ...HOST_ENVIRONMENT, ...environment },
    terminal: {
      cols: columns,
      rows,
      data(_terminal, chunk) {
        latest = performance.now();
        writeTo("output", chunk);
      },
      exit: () => closed.resolve(),
    },
  });
  process.on("SIGWINCH", () => running.terminal?.resize(process.stdout.columns, process.stdout.rows));
  void typeInto((chunk) => running.terminal?.write(chunk));
  const ended = await Promise.race([running.exited, awaitStop().signal]);
  // Its terminal goes with us, and it hears of that
  if (typeof ended === "string") return exitStatusOf(ended);
  // What it has started may hold the terminal open for long: of its own, nothing comes any more
  const isQuiet = () => performance.now() - latest > QUIET_MILLISECONDS;
  const quiet = async () => {
    while (!isQuiet()) await Bun.sleep(POLL_MILLISECONDS);
  };
  await Promise.race([closed.promise, quiet()]);
  return ended;
}

/** Passes on what is typed, key by key */
async function typeInto(write: (chunk: Uint8Array) => void): Promise<void> {
  process.stdin.setRawMode(true);
  process.on("exit", () => process.stdin.setRawMode(false));
  for await (const chunk of process.stdin) write(Buffer.from(chunk));
}

/** What is read and printed goes straight through; the command has a session of its own, and gets our signals */
async function runOnStreams({ host }: ThrowAwayLab, { argv, environment }: LabCommand): Promise<number> {
  const running = Bun.spawn(entering(host.holder, ["setsid", ...started(argv)]), {
    env: { ...HOST_ENVIRONMENT, ...environment },
    stdio: ["inherit", "inherit", "inherit"],
    detached: true,
  });
  passSignalsOn(running.pid, () => running.exitCode !== null || running.signalCode !== null);
  return running.exited;
}

/** A command that is not there is told as by a shell, in whose words it is that it is not */
function started(argv: readonly string[]): readonly string[] {
  return ["sh", "-c", 'exec "$@"', "wirework", ...argv];
}

/** Gives every signal that would stop this process to the command that nsenter waits for, and all that this has started */
function passSignalsOn(nsenter: number, hasEnded: () => boolean): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => void passOn(signal, nsenter, hasEnded));
}

async function passOn(signal: StopSignal, nsenter: number, hasEnded: () => boolean): Promise<void> {
  while (!hasEnded()) {
    const child = firstChild(nsenter);
    if (child !== null && (kill(-child, signal) || kill(child, signal))) return;
    // It has only just been started
    await Bun.sleep(POLL_MILLISECONDS);
  }
}

/** Whether there was anybody to get it */
function kill(target: number, signal: StopSignal): boolean {
  try {
    return process.kill(target, signal);
  } catch {
    return false;
  }
}
