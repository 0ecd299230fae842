/**
 * How this program starts itself.
 *
 * @module
 */
import { join, relative } from "node:path";

import { BUN_COMMAND } from "../hosts/bun-command.ts";

/** The folder of the project */
export const PROJECT = join(import.meta.dir, "../..");

export { BUN_COMMAND };

/** The launcher, as it can be typed here */
export function launcher(): string {
  const path = join(PROJECT, "scripts/wirework");
  return process.cwd() === PROJECT ? relative(PROJECT, path) : path;
}

/** The command line of `wirework`, without the launcher, which has done its work by now */
export const WIREWORK: readonly string[] = [...BUN_COMMAND, join(import.meta.dir, "main.ts")];
