import type { Outcome } from "./outcome.ts";

/**
 * What a command printed.
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

  /** Its exit status: of a command that was awaited, 0 */
  get exitCode(): number {
    return this.#outcome.exitCode;
  }

  /** What it printed on its standard output, without the line feeds at the end, as `$(…)` gives it */
  text(): string {
    return this.#outcome.stdout.replace(/\n+$/, "");
  }

  /** The lines of its standard output */
  lines(): string[] {
    const text = this.text();
    return text === "" ? [] : text.split("\n");
  }

  /**
   * Its standard output, read as JSON.
   *
   * @throws {SyntaxError} when it is none
   */
  json<T>(): T {
    return JSON.parse(this.#outcome.stdout) as T; // the caller knows what the program prints
  }
}
