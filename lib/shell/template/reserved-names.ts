/**
 * Shell variables that a recipe may not set.
 *
 * @module
 */

/**
 * Names without a lower-case letter belong to the environment and the shell (POSIX XBD 8.1): `PATH`, `IFS`,
 * `UID`, `_`
 */
const RESERVED = /^[^a-z]*$/;

/** Lower-case names with a meaning in bash(1), "Shell Variables" */
const OF_BASH: ReadonlySet<string> = new Set(["auto_resume", "histchars"]);

/**
 * Refuses a variable's name that a shell or its programs use themselves: it would break an exported script.
 *
 * @throws {SyntaxError} with the way out
 *
 * @example
 * ```ts
 * import { refuseReserved } from "./reserved-names.ts";
 * import { expect } from "bun:test";
 *
 * refuseReserved("pid1");
 * expect(() => refuseReserved("PATH")).toThrow("PATH");
 * ```
 */
export function refuseReserved(name: string): void {
  if (!RESERVED.test(name) && !OF_BASH.has(name)) return;
  throw new SyntaxError(
    `Cannot use "${name}" as the name of a value: shells and programs use such names themselves; use lower-case letters`,
  );
}
