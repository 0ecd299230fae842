/**
 * Starts programs without a shell.
 *
 * @module
 */
import { closeSync } from "node:fs";
import { constants } from "node:os";

import type { Subprocess } from "bun";

import { print, type Sink, type Streams } from "../builtins/builtin.ts";
import { openPipe } from "../netlink/pipe.ts";
import { BrokenPipe } from "./channel.ts";

/** A shell's exit statuses for a missing program, and for one that can't be run */
const NOT_FOUND = 127;
const NOT_EXECUTABLE = 126;

/** A shell adds this to a signal's number for an exit status */
const SIGNALLED = 128;

/** The descriptors of a program's output and errors */
export type Printed = readonly [output: number, errors: number];

/** The end of a program, or the name of the error that kept it from starting */
export type Ending =
  { readonly exitCode: number | null; readonly signal: Subprocess["signalCode"] } | { readonly refused: string };

/**
 * Runs a program with exactly these arguments; returns its exit status, as a shell would report it.
 *
 * It leads a process group of its own, so that Ctrl-C lets the current command finish.
 *
 * @param environment the whole environment
 */
export async function runProcess(
  argv: readonly string[],
  environment: NodeJS.ProcessEnv,
  { input, ...streams }: Streams,
): Promise<number> {
  // The code that feeds a program takes as long to load as ten commands, and most read nothing
  const feeder = input === null ? null : await import("./fed-process.ts");
  const [output, errors] = [openPipe(), openPipe()];
  const printed: Printed = [output.write, errors.write];
  const running =
    feeder === null || input === null
      ? runUnfed(argv, environment, printed)
      : feeder.runFed(argv, environment, printed, input);
  for (const fd of printed) closeSync(fd);
  const [ending] = await Promise.all([running, pass(output.read, streams.output), pass(errors.read, streams.errors)]);
  return exitStatus(argv, ending, streams.errors);
}

/** Runs a program without input */
async function runUnfed(argv: readonly string[], env: NodeJS.ProcessEnv, [output, errors]: Printed): Promise<Ending> {
  try {
    const running = Bun.spawn([...argv], { env, detached: true, stdio: ["ignore", output, errors] });
    await running.exited;
    const { exitCode, signalCode } = running;
    return { exitCode, signal: signalCode };
  } catch (error) {
    return { refused: (error as NodeJS.ErrnoException).code ?? "" };
  }
}

/** Passes on a program's output as fast as it is taken. When nobody reads any more, the program gets SIGPIPE */
async function pass(fd: number, sink: Sink): Promise<void> {
  try {
    // Only a channel's sink returns a promise
    for await (const chunk of Bun.file(fd).stream()) await (sink(chunk) as unknown);
  } catch (error) {
    if (!(error instanceof BrokenPipe)) throw error;
  } finally {
    closeSync(fd);
  }
}

function exitStatus([program = ""]: readonly string[], ending: Ending, errors: Sink): number {
  if (!("refused" in ending))
    return ending.signal === null ? (ending.exitCode ?? NOT_FOUND) : SIGNALLED + numberOf(ending.signal);
  if (ending.refused === "EACCES") {
    print(errors, `${program}: Permission denied`);
    return NOT_EXECUTABLE;
  }
  if (ending.refused === "ENOENT") print(errors, `${program}: command not found`);
  return NOT_FOUND;
}

/** Returns a signal's number; the kernel's own nameless signals come as numbers already */
function numberOf(signal: NodeJS.Signals | number): number {
  return typeof signal === "number" ? signal : constants.signals[signal];
}
