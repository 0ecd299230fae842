/**
 * Programs that we leave to the real ones, where those are installed.
 *
 * @module
 */
import { SYSTEM_PATH } from "../hosts/programs.ts";
import { BUILTINS_VARIABLE, parseBuiltinsChoice } from "../values/builtins-choice.ts";

/**
 * Those that mean the same on any machine, whoever answers. On a throw-away host there is no real `docker`, `service` or
 * `sudo` to be asked; and on a machine, what `sudo` runs must not get past those of ours that guard what is others'.
 */
const REPLACEABLE: ReadonlySet<string> = new Set(["brctl", "ip", "ping"]);

/**
 * Whether a program is to be the real one: `WIREWORK_BUILTINS=off` says so, and it is installed.
 *
 * @throws {BadValue} when `WIREWORK_BUILTINS` is neither `on` nor `off`
 */
export function isLeftToReal(name: string): boolean {
  const choice = parseBuiltinsChoice(process.env[BUILTINS_VARIABLE] ?? "");
  return choice === "real" && REPLACEABLE.has(name) && Bun.which(name, { PATH: SYSTEM_PATH }) !== null;
}
