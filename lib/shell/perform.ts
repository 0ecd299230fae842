/**
 * The last station of a run: a builtin answers, or a program is started.
 *
 * @module
 */
import { appendFileSync, writeFileSync } from "node:fs";

import type { Builtin, Streams } from "../builtins/builtin.ts";
import { runOnTerminal } from "../builtins/run-with.ts";
import { Channel } from "./channel.ts";
import type { Line, Performer } from "./line.ts";
import type { Outcome } from "./outcome.ts";
import { runProcess } from "./process.ts";

/** Where commands are performed */
export interface Host {
  readonly builtins: Readonly<Record<string, Builtin>>;
  /** The whole environment of programs */
  readonly environment: NodeJS.ProcessEnv;
}

/** Performs lines on a host, and waits for each */
export class RealPerformer implements Performer {
  readonly knows = true;
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  async perform({ commands, redirection }: Line): Promise<Outcome> {
    const began = performance.now();
    const output: Uint8Array[] = [];
    const errors: Uint8Array[] = [];
    const statuses = await this.#runPipe(
      commands.map(({ argv }) => argv),
      (chunk) => output.push(chunk),
      (chunk) => errors.push(chunk),
    );
    const stdout = Buffer.concat(output);
    if (redirection !== null) redirect(redirection.operator, redirection.file, stdout);
    return {
      // As with `set -o pipefail`: the last that failed
      exitCode: statuses.findLast((status) => status !== 0) ?? 0,
      stdout: redirection === null ? stdout.toString() : "",
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

  /** All at once, each reading what the one before prints */
  #runPipe(
    stages: readonly (readonly string[])[],
    output: Streams["output"],
    errors: Streams["errors"],
  ): Promise<number[]> {
    let input: Channel | null = null;
    const running = stages.map((argv, index) => {
      const next = index === stages.length - 1 ? null : new Channel();
      const status = this.run(argv, {
        input,
        output: next?.sink ?? output,
        errors,
        window: null,
      });
      input = next;
      return status.finally(() => next?.end());
    });
    return Promise.all(running);
  }
}

function redirect(operator: ">" | ">>", file: string, content: Uint8Array): void {
  const put = operator === ">" ? writeFileSync : appendFileSync;
  put(file, content);
}
