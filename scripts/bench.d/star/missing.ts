import { SYSTEM_PATH } from "../../../lib/hosts/programs.ts";
import type { Missing } from "./contender.ts";

/** Returns the missing programs among these, with their Debian packages; `null` when there are none */
export function unlessInstalled(packages: Readonly<Record<string, string>>): Missing | null {
  const missing = Object.entries(packages).filter(([program]) => Bun.which(program, { PATH: SYSTEM_PATH }) === null);
  if (missing.length === 0) return null;
  return {
    why: `not installed: ${missing.map(([program]) => program).join(", ")}`,
    tryThis: `sudo apt-get install --yes ${[...new Set(missing.map(([, names]) => names))].join(" ")}`,
  };
}
