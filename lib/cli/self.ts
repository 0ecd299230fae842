/**
 * Command lines with which this program starts itself.
 *
 * @module
 */
import { join, relative } from "node:path";

import { BUN_COMMAND } from "../hosts/bun-command.ts";

/** The folder of the project */
export const PROJECT = join(import.meta.dir, "../..");

export { BUN_COMMAND };

/** Returns the launcher's path, as it can be typed here */
export function launcher(): string {
  const path = join(PROJECT, "scripts/wirework");
  return process.cwd() === PROJECT ? relative(PROJECT, path) : path;
}

/** The command line of `wirework` without the launcher, whose work is done */
export const WIREWORK: readonly string[] = [...BUN_COMMAND, join(import.meta.dir, "main.ts")];
