import type { Line } from "./template/session-line.ts";
import type { Outcome } from "./outcome.ts";
import { Output } from "./output.ts";

/** The part of a shell that runs commands */
export interface Runs {
  /** Announces a line and performs it */
  run(line: Line): Promise<Outcome>;
  /** Performs a line without announcing it */
  runQuietly(line: Line): Promise<Outcome>;
}

/**
 * A command that runs when it is awaited, so that it can instead be part of a pipe or a check.
 *
 * Not a `Promise`, which would have begun.
 *
 * @throws {CommandError} when it is awaited, and its exit status is not 0
 *
 * @example
 * ```ts
 * import { recipe } from "wirework";
 *
 * export default recipe({
 *   summary: "List the interfaces",
 *   options: {},
 *   permissions: { run: ["ip"] },
 *   async run({ $ }) {
 *     const links = $`ip -br link`; // has not run yet
 *     if ((await links).lines().length === 0) throw new Error("Expected lo at least");
 *     const { exitCode } = await $`ip link show nobody`.quietly();
 *     if (exitCode !== 1) throw new Error(`Expected exit status 1, saw ${exitCode}`);
 *   },
 * });
 * ```
 */
export class Pending implements PromiseLike<Output> {
  /**
   * The line as it will be typed.
   *
   * @internal
   */
  readonly line: Line;
  readonly #shell: Runs;
  readonly #taken: (pending: Pending) => void;
  #started: Promise<Outcome> | null = null;

  constructor(line: Line, shell: Runs, taken: (pending: Pending) => void) {
    this.line = line;
    this.#shell = shell;
    this.#taken = taken;
  }

  /** Runs it once, however often it is awaited; returns its output */
  // oxlint-disable-next-line unicorn/no-thenable -- to be awaited is what it is for
  then<Result = Output, Failure = never>(
    fulfilled?: ((output: Output) => Result | PromiseLike<Result>) | null,
    rejected?: ((reason: unknown) => Failure | PromiseLike<Failure>) | null,
  ): Promise<Result | Failure> {
    this.take();
    this.#started ??= this.#shell.run(this.line);
    return this.#started.then((outcome) => new Output(outcome)).then(fulfilled, rejected);
  }

  /** Runs it unannounced, whatever its exit status; each call runs it again */
  quietly(): Promise<Outcome> {
    this.take();
    return this.#shell.runQuietly(this.line);
  }

  /**
   * Marks the command as used.
   *
   * @internal
   */
  take(): void {
    this.#taken(this);
  }
}
