/**
 * The files that Bun is started with, bundled or not.
 *
 * @module
 */
import { existsSync } from "node:fs";
import { basename, join } from "node:path";

/** The files that every run starts, by path in `lib`; the others are too rarely used to be bundled */
export const ENTRY_POINTS = [
  "cli/command-line",
  "cli/run/inside",
  "cli/commands/boot",
  "builtins/docker/engine/process/furnish",
] as const;

/** A file that every run starts */
export type EntryPoint = (typeof ENTRY_POINTS)[number];

/** The bundle's folder, defined only in code that runs from a bundle */
declare const BUNDLE: string | undefined;

const LIBRARY = join(import.meta.dir, "..");

/** The names of a bundle's files: they appear in process lists, and should be recognisable */
export const NAMING = "[name].ts.js";

/** Returns a bundle's file */
export function bundledFile(folder: string, entry: EntryPoint): string {
  return join(folder, NAMING.replace("[name]", basename(entry)));
}

/**
 * Returns the file to start Bun with: from the bundle, when this process runs from one. A process that has
 * run for days may have outlived its bundle, and then uses the module.
 */
export function programFile(entry: EntryPoint): string {
  const module = join(LIBRARY, `${entry}.ts`);
  if (typeof BUNDLE === "undefined") return module;
  const bundled = bundledFile(BUNDLE, entry);
  return existsSync(bundled) ? bundled : module;
}
