/**
 * Programs that a builtin, or the shell, runs on a terminal or for somebody else.
 *
 * @module
 */
import type { FileSink } from "bun";

import type { Sink, Streams, Window } from "./builtin.ts";

/**
 * Runs a program with the streams that a builtin was given; its exit status.
 *
 * This process's own terminal is inherited, so that a shell can control its jobs; any other window gets a terminal made
 * for it.
 */
export function runWith(argv: readonly string[], streams: Streams): Promise<number> {
  const { window } = streams;
  if (window === null) return runOnPipes(argv, streams);
  if (window.inherited) return Bun.spawn([...argv], { stdio: ["inherit", "inherit", "inherit"] }).exited;
  return runOnTerminal(argv, streams, window, process.env);
}

/** Runs a program on a terminal of its own, and waits for the terminal's end, as its last bytes come after the program's */
export async function runOnTerminal(
  argv: readonly string[],
  { input, output }: Streams,
  window: Window,
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const { columns, rows } = window.size();
  const ended = Promise.withResolvers<void>();
  const running = Bun.spawn([...argv], {
    env: environment,
    terminal: {
      cols: columns,
      rows,
      data: (_terminal, chunk) => output(Uint8Array.from(chunk)),
      exit: () => ended.resolve(),
    },
  });
  window.onResize(() => running.terminal?.resize(window.size().columns, window.size().rows));
  if (input !== null) void type(input, (chunk) => running.terminal?.write(chunk));
  await Promise.all([running.exited, ended.promise]);
  return running.exitCode ?? 0;
}

async function runOnPipes(argv: readonly string[], { input, output, errors }: Streams): Promise<number> {
  const running = Bun.spawn([...argv], {
    stdio: [input === null ? "ignore" : "pipe", "pipe", "pipe"],
  });
  if (input !== null && running.stdin !== undefined) void feed(running.stdin, input);
  const [exitCode] = await Promise.all([running.exited, pass(running.stdout, output), pass(running.stderr, errors)]);
  return exitCode;
}

async function type(input: AsyncIterable<Uint8Array>, write: (chunk: Uint8Array) => void): Promise<void> {
  for await (const chunk of input) write(chunk);
}

/** Passes on an input to a program, which may end, or have read enough, before that does */
export async function feed(stdin: FileSink, input: AsyncIterable<Uint8Array>): Promise<void> {
  try {
    for await (const chunk of input) {
      stdin.write(chunk);
      await stdin.flush();
    }
    await stdin.end();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPIPE") throw error;
  }
}

/** Passes on what a program prints, to its end */
export async function pass(stream: ReadableStream<Uint8Array>, sink: Sink): Promise<void> {
  for await (const chunk of stream) sink(chunk);
}
