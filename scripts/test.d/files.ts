/** Chooses the test files to run by their durations. */
import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";

import type { Size } from "../../test/support/size.ts";

/** Milliseconds per file beside three others, as `bun test --timings` writes them */
export type Timings = Readonly<Record<string, number>>;

/** The file with a size's durations; `--all` starts with the longest of `--full`, as none are recorded for it */
export const timingsFile = (size: Size): string => `test/timings/${size === "quick" ? "quick" : "full"}.json`;

/** The assumed duration of an unknown file */
const UNKNOWN_MS = 1000;

/** The overhead of a file, to start and load it: measured with 300 files, on two processors */
export const BEGIN_MS = 1300;

/**
 * The time for four files at a time on two processors in three minutes; the checks before them take some
 * seconds
 */
const QUICK_MS = 4 * 180_000;

/** Reads a size's durations of existing files */
export function readTimings(size: Size): Timings {
  const { files } = JSON.parse(readFileSync(timingsFile(size), "utf8")) as { readonly files: Timings }; // In Bun's format
  return files;
}

/** Lists all test files by name */
export function allTestFiles(): readonly string[] {
  return [...new Bun.Glob("test/**/*.test.ts").scanSync()].toSorted();
}

/** Chooses the shortest files, as many as fit into the time of `scripts/test` */
export function quickest(files: readonly string[], timings: Timings, milliseconds = QUICK_MS): readonly string[] {
  const time = (file: string) => BEGIN_MS + (timings[file] ?? UNKNOWN_MS);
  let sum = 0;
  const fitting = files
    .toSorted((one, other) => time(one) - time(other))
    .filter((file) => (sum += time(file)) <= milliseconds);
  return fitting.toSorted();
}

/** Returns the requested files as paths from the project; all of the size when none is named */
export function filesToRun(size: Size, startedIn: string, named: readonly string[]): readonly string[] {
  if (named.length > 0) return named.map((file) => relative(process.cwd(), resolve(startedIn, file)));
  const all = allTestFiles();
  return size === "quick" ? quickest(all, readTimings("quick")) : all;
}
