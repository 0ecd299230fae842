/**
 * Runs a command in a lab on this process's own streams.
 *
 * @module
 */
import { HOST_ENVIRONMENT } from "../../hosts/environment.ts";
import { entering } from "../../hosts/holder-identity.ts";
import { firstChild } from "../../netlink/process/first-child.ts";
import type { Place } from "../../paste/mend.ts";
import { exitStatusOf } from "../errors/exit-status.ts";
import type { ThrowAwayLab } from "./find-lab.ts";
import { Keyboard } from "../terminal/keyboard.ts";
import { passLinesOn } from "../terminal/mended-input.ts";
import { type HostCommand, runOnOwnTerminal } from "../terminal/own-terminal.ts";
import { awaitStop, type StopSignal } from "../run/signals.ts";

const POLL_MILLISECONDS = 2;

/** The place where input from a file begins; `null` when it is passed on unchanged */
const BEGINS: Readonly<Record<HostCommand["reads"], Place | null>> = {
  "as it comes": null,
  "mended for the host": "at the beginning of the host's line",
  "mended for a container": "at a line's beginning",
};

/** Reports whether input and output are a terminal */
export function isOnTerminal(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY;
}

/**
 * Runs a command on a lab's host until it ends; returns its exit status, as a shell has it.
 *
 * @throws {Error} when input that is to be mended can't be read to its end; the command has ended then
 */
export function attachToLab(lab: ThrowAwayLab, command: HostCommand): Promise<number> {
  return isOnTerminal() ? attachTerminal(lab, command) : runOnStreams(lab, command);
}

/** Runs it on a terminal of its own */
async function attachTerminal({ host }: ThrowAwayLab, { argv, ...command }: HostCommand): Promise<number> {
  using keyboard = new Keyboard();
  const { signal } = awaitStop();
  const running = runOnOwnTerminal({ ...command, argv: entering(host.holder, asInShell(argv)) }, keyboard);
  const ended = await Promise.race([running, signal]);
  return typeof ended === "string" ? exitStatusOf(ended) : ended;
}

/** Runs it on this process's streams; it has a session of its own, and gets our signals */
async function runOnStreams({ host }: ThrowAwayLab, { argv, environment, reads }: HostCommand): Promise<number> {
  const first = process.stdin.isTTY ? null : BEGINS[reads];
  // Registered before the command starts: a signal that ended this process would leave it running
  const started = Promise.withResolvers<Started>();
  passSignalsTo(started.promise);
  const running = Bun.spawn(entering(host.holder, ["setsid", ...asInShell(argv)]), {
    env: { ...HOST_ENVIRONMENT, ...environment },
    stdio: [first === null ? "inherit" : "pipe", "inherit", "inherit"],
    detached: true,
  });
  started.resolve({ nsenter: running.pid, hasEnded: () => running.exitCode !== null || running.signalCode !== null });
  const failures: Error[] = [];
  if (first !== null && running.stdin !== undefined)
    void passLinesOn(running.stdin, first, (error) => failures.push(error));
  const status = await running.exited;
  for (const failure of failures) throw failure;
  return status;
}

/** Wraps a command in a shell, whose words report a missing command */
function asInShell(argv: readonly string[]): readonly string[] {
  return ["sh", "-c", 'exec "$@"', "wirework", ...argv];
}

/** A command that nsenter waits for */
interface Started {
  readonly nsenter: number;
  hasEnded(): boolean;
}

/** Passes every signal that would stop this process to the command and its children */
function passSignalsTo(command: Promise<Started>): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => void command.then((started) => passOn(signal, started)));
}

async function passOn(signal: StopSignal, { nsenter, hasEnded }: Started): Promise<void> {
  while (!hasEnded()) {
    const child = firstChild(nsenter);
    if (child !== null && (kill(-child, signal) || kill(child, signal))) return;
    // It has only just been started
    await Bun.sleep(POLL_MILLISECONDS);
  }
}

/** Sends a signal; reports whether anybody got it */
function kill(target: number, signal: StopSignal): boolean {
  try {
    return process.kill(target, signal);
  } catch {
    return false;
  }
}
