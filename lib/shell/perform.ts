/**
 * Performs lines: a builtin answers, or a program is started.
 *
 * @module
 */
import { closeSync, openSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { getSystemErrorMessage } from "node:util";

import type { Builtin, Sink, Streams } from "../builtins/builtin.ts";
import { runOnTerminal } from "../builtins/run-with.ts";
import { startStaying } from "./background.ts";
import type { Explained } from "./failure/cause.ts";
import { findCause } from "./failure/causes.ts";
import { BrokenPipe, Channel } from "./channel.ts";
import type { Line, Performer, Redirection } from "./template/session-line.ts";
import { NOTHING, type Outcome } from "./outcome.ts";
import { runProcess } from "./run-process.ts";
import { withoutSudo } from "./wrapped.ts";

/** A shell's exit status for a program that SIGPIPE has ended */
const BROKEN_PIPE = 128 + constants.signals.SIGPIPE;

/** The surroundings of commands */
export interface Host {
  readonly builtins: Readonly<Record<string, Builtin>>;
  /** The whole environment of programs */
  readonly environment: NodeJS.ProcessEnv;
  /** Finds the cause of a failure from more than its message */
  readonly diagnose?: (words: string) => Explained | null;
}

/** Performs lines on a host, and waits for each */
export class RealPerformer implements Performer {
  readonly knows = true;
  readonly unknowns = "names";
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  explain(words: string, command: string): Explained | null {
    return this.#host.diagnose?.(words) ?? findCause(words, command);
  }

  async perform({ commands, redirection, stays }: Line): Promise<Outcome> {
    if (redirection !== null && stays !== null) return this.#performStaying(commands[0].argv, redirection, stays);
    if (redirection !== null) return this.#performInto(commands, redirection);
    const printed: Uint8Array[] = [];
    const outcome = await this.#perform(commands, (chunk) => void printed.push(chunk));
    return { ...outcome, stdout: Buffer.concat(printed).toString() };
  }

  /** Opens the file before the command runs, as a shell does */
  async #performInto(commands: Line["commands"], { operator, file }: Redirection): Promise<Outcome> {
    const target = openTarget(file, operator === ">" ? "w" : "a");
    if (typeof target === "string") return { ...NOTHING, exitCode: 1, stderr: target };
    try {
      return await this.#perform(commands, (chunk) => writeFileSync(target, chunk));
    } finally {
      closeSync(target);
    }
  }

  /**
   * Starts a program that keeps running. With root's power already, it is not sudo's child, and can be known
   * by its id
   */
  async #performStaying(argv: readonly string[], { file }: Redirection, says: string): Promise<Outcome> {
    const target = openTarget(file, "w");
    if (typeof target === "string") return { ...NOTHING, exitCode: 1, stderr: target };
    const own = process.geteuid?.() === 0 ? withoutSudo(argv) : argv;
    return startStaying({ argv: own, environment: this.#host.environment, output: target, says });
  }

  async #perform(commands: Line["commands"], output: Sink): Promise<Outcome> {
    const began = performance.now();
    const errors: Uint8Array[] = [];
    const statuses = await this.#runPipe(
      commands.map(({ argv }) => argv),
      output,
      (chunk) => void errors.push(chunk),
    );
    return {
      // As with `set -o pipefail`: the last failure counts
      exitCode: statuses.findLast((status) => status !== 0) ?? 0,
      stdout: "",
      stderr: Buffer.concat(errors).toString(),
      ms: performance.now() - began,
    };
  }

  run(argv: readonly string[], streams: Streams): Promise<number> {
    const [program = "", ...args] = argv;
    const builtin = Object.hasOwn(this.#host.builtins, program) ? this.#host.builtins[program] : undefined;
    if (builtin === undefined) return this.#start(argv, streams);
    return builtin(args, {
      ...streams,
      perform: (inner) => this.run(inner, streams),
    });
  }

  #start(argv: readonly string[], streams: Streams): Promise<number> {
    const { environment } = this.#host;
    if (streams.window !== null) return runOnTerminal(argv, streams, streams.window, environment);
    return runProcess(argv, environment, streams);
  }

  /** Runs all commands at once, each reading the output of the one before */
  #runPipe(stages: readonly (readonly string[])[], output: Sink, errors: Sink): Promise<number[]> {
    let input: Channel | null = null;
    const running = stages.map((argv, index) => {
      const next = index === stages.length - 1 ? null : new Channel();
      const status = this.#runStage(argv, { input, output: next?.sink ?? output, errors, window: null }, next);
      input = next;
      return status;
    });
    return Promise.all(running);
  }

  /** Runs one command of a pipe. It is no failure when its reader has read enough: `yes | head -1` */
  async #runStage(
    argv: readonly string[],
    streams: Streams & { readonly input: Channel | null },
    next: Channel | null,
  ): Promise<number> {
    try {
      const status = await this.run(argv, streams);
      return next !== null && status === BROKEN_PIPE ? 0 : status;
    } catch (error) {
      if (error instanceof BrokenPipe) return 0;
      throw error;
    } finally {
      next?.end();
      streams.input?.abandon();
    }
  }
}

/** Returns the file's descriptor, or a shell's message when it can't be opened */
function openTarget(file: string, flags: "w" | "a"): number | string {
  try {
    return openSync(file, flags);
  } catch (error) {
    const { errno = 0 } = error as NodeJS.ErrnoException;
    return `${file}: ${getSystemErrorMessage(errno)}\n`;
  }
}
