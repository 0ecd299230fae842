/**
 * The program that builds a star for a contender.
 *
 * @module
 */
import { closeSync, readSync, writeSync } from "node:fs";

import type { Subprocess } from "bun";

import { HOST_ENVIRONMENT } from "../../../lib/hosts/environment.ts";
import { checked, libc } from "../../../lib/netlink/libc.ts";
import { openPipe } from "../../../lib/netlink/pipe.ts";
import type { Place } from "./contender.ts";

/** poll(2): input is available */
const POLLIN = 1;

/** The longest time for one command, in milliseconds */
const PATIENCE = 900_000;

/** The result of a command */
export interface Done {
  readonly ms: number;
  /** Its output meanwhile, errors included */
  readonly lines: readonly string[];
}

/** Work to repeat at an interval, in milliseconds, while a driver works */
export interface Meanwhile {
  readonly every: number;
  look(): void;
}

/**
 * A running driver. It reads one command per line, and prints `done` after each, and once when it is ready.
 *
 * | command     | what it does                                                                                                |
 * | ----------- | ----------------------------------------------------------------------------------------------------------- |
 * | `prepare N` | whatever the contender has before the clock starts; nothing, for most                                       |
 * | `up N`      | a bridge and N containers, each with one cable to it, one address, and both ends up                          |
 * | `attach`    | one container more                                                                                           |
 * | `where`     | prints the bridge, and a file for each container's network; when nothing is up, those that stay              |
 * | `down`      | all of it gone: the containers' networks are deleted, and take their links along                             |
 *
 * Written to and read without Bun's streams, which are as slow as the fastest contender: the calls block this thread.
 */
export class Driver implements Disposable {
  readonly #process: Subprocess<number, number, number>;
  readonly #input: number;
  readonly #output: number;
  #text = "";
  #said: string[] = [];

  private constructor(running: Subprocess<number, number, number>, input: number, output: number) {
    this.#process = running;
    this.#input = input;
    this.#output = output;
  }

  /** Starts it on its host; returns it with the time until it was ready */
  static start({ host, driver }: Place): { driver: Driver; ms: number } {
    const [input, output] = [openPipe(), openPipe()];
    const began = performance.now();
    const running = Bun.spawn(host.enter(driver), {
      stdio: [input.read, output.write, output.write],
      env: HOST_ENVIRONMENT,
      cwd: "/",
    });
    closeSync(input.read);
    closeSync(output.write);
    const started = new Driver(running, input.write, output.read);
    try {
      started.#untilDone("start", null);
    } catch (error) {
      started[Symbol.dispose]();
      throw error;
    }
    return { driver: started, ms: performance.now() - began };
  }

  /** Its process id as this process sees it */
  get pid(): number {
    return this.#process.pid;
  }

  /**
   * Sends a command, and waits for the result.
   *
   * @throws {Error} when it ends instead
   */
  ask(command: string, meanwhile: Meanwhile | null = null): Done {
    const began = performance.now();
    writeSync(this.#input, `${command}\n`);
    const lines = this.#untilDone(command, meanwhile);
    return { ms: performance.now() - began, lines };
  }

  [Symbol.dispose](): void {
    closeSync(this.#input);
    closeSync(this.#output);
    this.#process.kill("SIGKILL");
  }

  #untilDone(command: string, meanwhile: Meanwhile | null): readonly string[] {
    this.#said = [];
    for (;;) {
      const line = this.#nextLine(command, meanwhile);
      if (line === "done") return this.#said;
      this.#said.push(line);
    }
  }

  #nextLine(command: string, meanwhile: Meanwhile | null): string {
    const chunk = Buffer.alloc(65_536);
    for (let end = this.#text.indexOf("\n"); ; end = this.#text.indexOf("\n")) {
      if (end >= 0) {
        const line = this.#text.slice(0, end);
        this.#text = this.#text.slice(end + 1);
        return line;
      }
      this.#await(command, meanwhile);
      const length = readSync(this.#output, chunk);
      if (length === 0) throw new Error(`it ended at \`${command}\`: ${this.#said.at(-1) ?? "it said nothing"}`);
      this.#text += chunk.toString("utf8", 0, length);
    }
  }

  #await(command: string, meanwhile: Meanwhile | null): void {
    const until = performance.now() + PATIENCE;
    while (performance.now() < until) {
      const ready = libc.poll(new Int32Array([this.#output, POLLIN]), 1, meanwhile?.every ?? PATIENCE);
      if (checked("wait for a driver", ready) > 0) return;
      meanwhile?.look();
    }
    throw new Error(`it took more than ${PATIENCE / 1000} seconds for \`${command}\``);
  }
}
