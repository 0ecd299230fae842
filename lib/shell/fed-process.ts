/**
 * Programs that are given something to read.
 *
 * @module
 */
import { type ChildProcess, spawn, type SpawnOptions } from "node:child_process";

import { $, type ProcessPromise } from "zx/core";

import type { Ending, Printed } from "./process.ts";
import { quote } from "./template/quote.ts";

/**
 * Runs a program, and feeds it for as long as it reads.
 *
 * zx starts it, through its `spawn` hook, which alone decides that no shell does: zx handles the process, we have
 * done the quoting.
 *
 * @param environment all of it
 */
export async function runFed(
  argv: readonly string[],
  environment: NodeJS.ProcessEnv,
  [output, errors]: Printed,
  input: AsyncIterable<Uint8Array>,
): Promise<Ending> {
  const running = start(argv, environment, ["pipe", output, errors]);
  void feed(running, input);
  const { exitCode, signal, cause } = await running;
  const code = cause !== null && "code" in cause ? cause.code : null;
  return typeof code === "string" ? { refused: code } : { exitCode, signal };
}

/** Not `async`: what zx returns is awaited by whoever returns it from there */
function start(
  argv: readonly string[],
  environment: NodeJS.ProcessEnv,
  stdio: ["pipe", number, number],
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

/** Stops when the program has read enough, before the input ends */
async function feed({ stdin }: ProcessPromise, input: AsyncIterable<Uint8Array>): Promise<void> {
  stdin.on("error", () => {});
  for await (const chunk of input) {
    await new Promise<void>((resolve) => stdin.write(chunk, () => resolve()));
    if (!stdin.writable) break;
  }
  stdin.end();
}
