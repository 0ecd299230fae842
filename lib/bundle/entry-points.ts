/**
 * The files that Bun is started with, bundled or not.
 *
 * @module
 */
import { existsSync } from "node:fs";
import { basename, join } from "node:path";

/** Those that every run starts, by their paths in `lib`; the others are not worth it */
export const ENTRY_POINTS = [
  "cli/program",
  "cli/run/inside",
  "cli/commands/boot",
  "builtins/docker/engine/process/furnish",
] as const;

/** One of them */
export type EntryPoint = (typeof ENTRY_POINTS)[number];

/** The folder of a bundle, in all that is run from there; elsewhere there is no such name */
declare const BUNDLE: string | undefined;

const LIBRARY = join(import.meta.dir, "..");

/** What a bundle calls its files: their names are in the command lines of processes, and tell what those are */
export const NAMING = "[name].ts.js";

/** A bundle's file */
export function bundledFile(folder: string, entry: EntryPoint): string {
  return join(folder, NAMING.replace("[name]", basename(entry)));
}

/**
 * What to start Bun with: of the bundle, for who runs from one. Who has run for days may have outlived it, and takes the
 * module.
 */
export function programFile(entry: EntryPoint): string {
  const module = join(LIBRARY, `${entry}.ts`);
  if (typeof BUNDLE === "undefined") return module;
  const bundled = bundledFile(BUNDLE, entry);
  return existsSync(bundled) ? bundled : module;
}
