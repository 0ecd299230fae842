/**
 * Which test files are run, by how long each took.
 */
import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";

import type { Size } from "../../test/support/size.ts";

/** Milliseconds that each file took beside three others, as `bun test --timings` writes them */
export type Timings = Readonly<Record<string, number>>;

/** The file with the times of a size; `--all` starts with what takes longest in `--full`, as nobody has it remembered */
export const timingsFile = (size: Size): string => `test/timings/${size === "quick" ? "quick" : "full"}.json`;

/** What a file takes that is not in them yet */
const UNKNOWN_MS = 1000;

/** What a file takes besides, to be begun and loaded: measured with 300 files, on two processors */
export const BEGIN_MS = 1300;

/** What four files at a time take on two processors in three minutes; the checks before them take some seconds */
const QUICK_MS = 4 * 180_000;

/** Reads the times of a size, of files that are there */
export function readTimings(size: Size): Timings {
  const { files } = JSON.parse(readFileSync(timingsFile(size), "utf8")) as { readonly files: Timings }; // as Bun writes it
  return files;
}

/** Lists all test files, by name */
export function allTestFiles(): readonly string[] {
  return [...new Bun.Glob("test/**/*.test.ts").scanSync()].toSorted();
}

/** Chooses the quickest files, as many as fit into the time that `scripts/test` may take */
export function quickest(files: readonly string[], timings: Timings, milliseconds = QUICK_MS): readonly string[] {
  const time = (file: string) => BEGIN_MS + (timings[file] ?? UNKNOWN_MS);
  let sum = 0;
  const fitting = files
    .toSorted((one, other) => time(one) - time(other))
    .filter((file) => (sum += time(file)) <= milliseconds);
  return fitting.toSorted();
}

/** The files that are asked for, seen from the project; all of the size where none is */
export function filesToRun(size: Size, startedIn: string, named: readonly string[]): readonly string[] {
  if (named.length > 0) return named.map((file) => relative(process.cwd(), resolve(startedIn, file)));
  const all = allTestFiles();
  return size === "quick" ? quickest(all, readTimings("quick")) : all;
}
