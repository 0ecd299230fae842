/**
 * The last lines: what failed, and how to repeat it, what failed only once, and how many passed.
 */
import { SEED, SIZE } from "../../test/support/size.ts";
import { failuresIn, type Flake, outputOf } from "./flakes.ts";
import type { Result } from "./junit.ts";

/** All that has been found */
export interface Found {
  readonly results: readonly Result[];
  readonly flakes: readonly Flake[];
  readonly failedChecks: readonly string[];
  readonly output: string;
}

/** What a file with a failure has printed is shown again, so many lines of it at most */
const LINES = 150;

/** So many tests may fail and pass alone, before that is a failure */
const FLAKES_AT_MOST = 1;

/** Prints the end of a test run, and tells whether all is well; a skipped test has failed where CI is set */
export function report({ results, flakes, failedChecks, output }: Found, isCi: boolean): boolean {
  const failures = failuresIn(results);
  const skipped = results.filter(({ outcome }) => outcome === "skipped");
  for (const file of new Set(failures.map((one) => one.file))) {
    console.log(`\nFailed in ${file}:\n${ends(outputOf(file, output))}`);
    console.log(`  repeat: ${repeatOf(file)}`);
  }
  for (const { test, failed, passed } of flakes) {
    console.log(`\nFailed beside others, and passed alone: ${test.file}: ${test.name}`);
    console.log(`Beside others it printed:\n${ends(failed)}\nAlone it printed:\n${ends(passed)}`);
    console.log(`  repeat: ${repeatOf(test.file)}`);
  }
  for (const { file, name } of failures) console.log(`failed: ${file}: ${name}`);
  for (const { test } of flakes) console.log(`failed once: ${test.file}: ${test.name}`);
  for (const check of failedChecks) console.log(`failed: ${check}`);
  if (isCi) for (const { file, name } of skipped) console.log(`skipped: ${file}: ${name}`);
  const tooMany = Math.max(flakes.length - FLAKES_AT_MOST, 0);
  const passed = results.length - failures.length - skipped.length - tooMany;
  const failed = failures.length + failedChecks.length + tooMany + (isCi ? skipped.length : 0);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0;
}

/** The command that runs a file in the same way */
function repeatOf(file: string): string {
  const size = SIZE === "quick" ? "" : `--${SIZE} `;
  return `scripts/test ${size}--seed ${SEED} ${file}`;
}

/** A long text's end, and what failed in it before */
function ends(text: string): string {
  const lines = text
    .trimEnd()
    .split("\n")
    .filter((line) => !/^\((?:pass|skip)\) /.test(line));
  return [...(lines.length > LINES ? ["…"] : []), ...lines.slice(-LINES)].join("\n");
}
