/**
 * How this program starts itself.
 *
 * @module
 */
import { join } from "node:path";

/** The folder of the project */
export const PROJECT = join(import.meta.dir, "../..");

/** This Bun, deaf to the `.env` and `bunfig.toml` of the folder that it is started in */
export const BUN_COMMAND: readonly string[] = [process.execPath, "--no-env-file", "--no-install", "--config=/dev/null"];

/** The command line of `wirework`, without the launcher, which has done its work by now */
export const WIREWORK: readonly string[] = [...BUN_COMMAND, join(import.meta.dir, "main.ts")];
