/**
 * A command in a lab, with this process's own streams.
 *
 * @module
 */
import type { FileSink } from "bun";

import { HOST_ENVIRONMENT } from "../hosts/environment.ts";
import { entering } from "../hosts/holder-identity.ts";
import { firstChild } from "../netlink/first-child.ts";
import { mendLines } from "../paste/mend-lines.ts";
import { exitStatusOf } from "./exit-status.ts";
import type { ThrowAwayLab } from "./find-lab.ts";
import { Keyboard } from "./keyboard.ts";
import { sayLine } from "./mended.ts";
import { type HostCommand, runOnOwnTerminal } from "./own-terminal.ts";
import { awaitStop, type StopSignal } from "./signals.ts";

const POLL_MILLISECONDS = 2;

/** Whether somebody sits at a terminal, to type and to read */
export function isOnTerminal(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY;
}

/** Runs a command on the host of a lab, until it ends; its exit status, as a shell has it */
export function attachToLab(lab: ThrowAwayLab, command: HostCommand): Promise<number> {
  return isOnTerminal() ? attachTerminal(lab, command) : runOnStreams(lab, command);
}

/** On a terminal made for it */
async function attachTerminal({ host }: ThrowAwayLab, { argv, ...command }: HostCommand): Promise<number> {
  using keyboard = new Keyboard();
  const running = runOnOwnTerminal({ ...command, argv: entering(host.holder, started(argv)) }, keyboard);
  const ended = await Promise.race([running, awaitStop().signal]);
  return typeof ended === "string" ? exitStatusOf(ended) : ended;
}

/** What is read and printed goes straight through; the command has a session of its own, and gets our signals */
async function runOnStreams({ host }: ThrowAwayLab, { argv, environment, reads }: HostCommand): Promise<number> {
  const isMended = reads === "mended" && !process.stdin.isTTY;
  const running = Bun.spawn(entering(host.holder, ["setsid", ...started(argv)]), {
    env: { ...HOST_ENVIRONMENT, ...environment },
    stdio: [isMended ? "pipe" : "inherit", "inherit", "inherit"],
    detached: true,
  });
  passSignalsOn(running.pid, () => running.exitCode !== null || running.signalCode !== null);
  if (running.stdin !== undefined) void passLinesOn(running.stdin);
  return running.exited;
}

/** What is read after it has ended is nobody's */
async function passLinesOn(reader: FileSink): Promise<void> {
  try {
    for await (const line of mendLines(process.stdin, sayLine)) {
      reader.write(line);
      await reader.flush();
    }
    await reader.end();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPIPE") throw error;
  }
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
