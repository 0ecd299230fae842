/**
 * Shell variables that are not a recipe's to set.
 *
 * @module
 */

/** Names without a lower-case letter are the environment's and the shell's own (POSIX XBD 8.1): `PATH`, `IFS`, `UID`, `_` */
const RESERVED = /^[^a-z]*$/;

/** Lower-case ones that bash gives a meaning, bash(1) "Shell Variables" */
const OF_BASH: ReadonlySet<string> = new Set(["auto_resume", "histchars"]);

/**
 * Refuses the name of a variable that a shell or its programs use themselves: an exported script would break.
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
    `Cannot use "${name}" as the name of a value: shells and programs have their own use for such names; use one with lower-case letters`,
  );
}
