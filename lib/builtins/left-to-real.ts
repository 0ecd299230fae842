/**
 * Builtins that may be replaced by the real programs, where those are installed.
 *
 * @module
 */
import { SYSTEM_PATH } from "../hosts/programs.ts";
import { BUILTINS_VARIABLE, parseSwitch } from "../values/environment-switch.ts";

/**
 * Programs that do the same whether real or builtin. A throw-away host has no real `docker`, `service` or `sudo`; on a
 * machine, what `sudo` runs must go through the builtins that protect other people's things.
 */
const REPLACEABLE: ReadonlySet<string> = new Set(["brctl", "ip", "ping"]);

/**
 * Reports whether the real program must run: `WIREWORK_BUILTINS=off` is set, and it is installed.
 *
 * @throws {BadValue} when `WIREWORK_BUILTINS` is neither `on` nor `off`
 */
export function isLeftToReal(name: string): boolean {
  const isOurs = parseSwitch(BUILTINS_VARIABLE, process.env[BUILTINS_VARIABLE]);
  return !isOurs && REPLACEABLE.has(name) && Bun.which(name, { PATH: SYSTEM_PATH }) !== null;
}
