/**
 * Runs programs with input.
 *
 * @module
 */
import { type ChildProcess, spawn, type SpawnOptions } from "node:child_process";

import { $, type ProcessPromise } from "zx/core";

import type { Ending, Printed } from "./run-process.ts";
import { quote } from "./template/quote.ts";

/**
 * Runs a program, and feeds it for as long as it reads.
 *
 * zx starts it through its `spawn` hook, which makes sure that no shell does: zx handles the process, the
 * quoting is ours.
 *
 * @param environment the whole environment
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

/** Starts a program. Not `async`: a function that is would await zx's promise, and so the program's end */
function start(
  argv: readonly string[],
  environment: NodeJS.ProcessEnv,
  stdio: ["pipe", number, number],
): ProcessPromise {
  const [program = "", ...args] = argv;
  const hook = (_command: string, _args: readonly string[], options: SpawnOptions): ChildProcess =>
    spawn(program, args, { ...options, env: environment, shell: false });
  const tag = $({
    spawn: hook as typeof spawn, // zx uses only this overload
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

/** Feeds a program; stops when the program has read enough */
async function feed({ stdin }: ProcessPromise, input: AsyncIterable<Uint8Array>): Promise<void> {
  stdin.on("error", () => {});
  for await (const chunk of input) {
    await new Promise<void>((resolve) => stdin.write(chunk, () => resolve()));
    if (!stdin.writable) break;
  }
  stdin.end();
}
