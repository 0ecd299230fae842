/**
 * Programs, started without a shell.
 *
 * @module
 */
import { type ChildProcess, spawn, type SpawnOptions } from "node:child_process";
import { closeSync } from "node:fs";
import { constants } from "node:os";

import type { ProcessOutput, ProcessPromise, Shell as Zx } from "zx/core";

import { print, type Sink, type Streams } from "../builtins/builtin.ts";
import { openPipe } from "../netlink/pipe.ts";
import { BrokenPipe } from "./channel.ts";
import { quote } from "./quote.ts";

/** A shell's exit status for a program that isn't there, and for one that can't be run */
const NOT_FOUND = 127;
const NOT_EXECUTABLE = 126;

/** What a shell adds to a signal's number for an exit status */
const SIGNALLED = 128;

/**
 * Runs a program with exactly these arguments; its exit status, as a shell would have it.
 *
 * zx starts it, through its `spawn` hook, which alone decides that no shell does: zx handles the process, we have
 * done the quoting. It leads a process group of its own, so that Ctrl-C lets the current command finish.
 *
 * @param environment all of it
 */
export async function runProcess(
  argv: readonly string[],
  environment: NodeJS.ProcessEnv,
  streams: Streams,
): Promise<number> {
  // Loading zx takes as long as ten commands: who performs none does without
  const { $ } = await import("zx/core");
  const [output, errors] = [openPipe(), openPipe()];
  const running = start($, argv, environment, [streams.input === null ? "ignore" : "pipe", output.write, errors.write]);
  closeSync(output.write);
  closeSync(errors.write);
  if (streams.input !== null) void feed(running, streams.input);
  const [ended] = await Promise.all([running, pass(output.read, streams.output), pass(errors.read, streams.errors)]);
  return exitStatus(argv, ended, streams);
}

/** Not `async`: what zx returns is awaited by whoever returns it from there */
function start(
  $: Zx,
  argv: readonly string[],
  environment: NodeJS.ProcessEnv,
  stdio: ["ignore" | "pipe", number, number],
): ProcessPromise {
  const [program = "", ...args] = argv;
  const hook = (_command: string, _args: readonly string[], options: SpawnOptions): ChildProcess =>
    spawn(program, args, { ...options, env: environment, shell: false });
  const tag = $({
    spawn: hook as typeof spawn, // of its overloads zx uses this one
    prefix: "",
    postfix: "",
    shell: true,
    quote,
    detached: true,
    quiet: true,
    nothrow: true,
    stdio,
  });
  const text = argv.map(quote).join(" ");
  return tag(Object.assign([text], { raw: [text] }));
}

/** Passes on what a program prints, as fast as that is taken. Once nobody reads any more, the program gets its SIGPIPE */
async function pass(fd: number, sink: Sink): Promise<void> {
  try {
    // Of a sink, only a channel's has something to wait for
    for await (const chunk of Bun.file(fd).stream()) await (sink(chunk) as unknown);
  } catch (error) {
    if (!(error instanceof BrokenPipe)) throw error;
  } finally {
    closeSync(fd);
  }
}

/** Stops when the program has read enough, before the input ends */
async function feed({ stdin }: ProcessPromise, input: AsyncIterable<Uint8Array>): Promise<void> {
  stdin.on("error", () => {});
  for await (const chunk of input) {
    await new Promise<void>((resolve) => stdin.write(chunk, () => resolve()));
    if (!stdin.writable) break;
  }
  stdin.end();
}

function exitStatus(
  [program = ""]: readonly string[],
  { exitCode, signal, cause }: ProcessOutput,
  { errors }: Streams,
): number {
  const code = cause !== null && "code" in cause ? cause.code : null;
  if (code === "ENOENT") {
    print(errors, `${program}: command not found`);
    return NOT_FOUND;
  }
  if (code === "EACCES") {
    print(errors, `${program}: Permission denied`);
    return NOT_EXECUTABLE;
  }
  if (signal) return SIGNALLED + constants.signals[signal];
  return exitCode ?? NOT_FOUND;
}
