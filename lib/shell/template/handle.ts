import type { Objection } from "../failure/objection.ts";

/**
 * An object of ours that can be part of a command: a named value, a terminal, a container.
 *
 * The brand is a private field that only this constructor can write: an object parsed from a file can look
 * like a handle, but cannot be one.
 */
export abstract class Handle {
  readonly #brand = true;

  /**
   * Reports whether `value` was made by this class, whatever it looks like.
   *
   * @internal
   */
  static is(value: unknown): value is Handle {
    return typeof value === "object" && value !== null && #brand in value && value.#brand;
  }

  /**
   * The text that goes into the argv.
   *
   * @internal
   */
  abstract word(): string;

  /**
   * The shell variable that stands for the word in the announced text, or null to write the word.
   *
   * @internal
   */
  abstract spelling(): string | null;

  /**
   * Returns the reason why a command with it must not run, because it means something else by now; `null` when it may.
   *
   * @internal
   */
  objection(_argv: readonly string[]): Objection | null {
    return null;
  }
}
