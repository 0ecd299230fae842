import type { Outcome } from "./outcome.ts";

/**
 * The output of a successful command.
 *
 * @example
 * ```ts
 * import { Output } from "./output.ts";
 * import { expect } from "bun:test";
 *
 * // What (await $`ip -json link show lo`) is
 * const output = new Output({ exitCode: 0, stdout: '[{"ifname":"lo"}]\n', stderr: "", ms: 1 });
 * const [link] = output.json<{ ifname: string }[]>();
 * expect(link?.ifname).toBe("lo");
 * ```
 */
export class Output {
  readonly #outcome: Outcome;

  constructor(outcome: Outcome) {
    this.#outcome = outcome;
  }

  /** Returns its exit status, which is 0 for an awaited command */
  get exitCode(): number {
    return this.#outcome.exitCode;
  }

  /** Returns its standard output without trailing line feeds, as `$(…)` does */
  text(): string {
    return this.#outcome.stdout.replace(/\n+$/, "");
  }

  /** Returns the lines of its standard output */
  lines(): string[] {
    const text = this.text();
    return text === "" ? [] : text.split("\n");
  }

  /**
   * Parses its standard output as JSON.
   *
   * @throws {SyntaxError} when it is not JSON
   */
  json<T>(): T {
    return JSON.parse(this.#outcome.stdout) as T; // the caller knows what the program prints
  }
}
