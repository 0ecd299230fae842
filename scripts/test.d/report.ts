/** Prints the last lines: failures with the commands to repeat them, flakes, and the number of passed tests. */
import { SEED, SIZE } from "../../test/support/size.ts";
import { failuresIn, type Flake, outputOf } from "./flakes.ts";
import type { Result } from "./junit.ts";

/** All results */
export interface Found {
  readonly results: readonly Result[];
  readonly flakes: readonly Flake[];
  readonly failedChecks: readonly string[];
  readonly output: string;
}

/** The largest number of lines to repeat of a failing file's output */
const LINES = 150;

/** The number of flakes that still counts as success */
const FLAKES_AT_MOST = 1;

/** Prints the end of a test run, and returns whether it succeeded; with CI set, a skipped test has failed */
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

/** Returns the command that runs a file in the same way */
function repeatOf(file: string): string {
  const size = SIZE === "quick" ? "" : `--${SIZE} `;
  return `scripts/test ${size}--seed ${SEED} ${file}`;
}

/** Returns the end of a long text, and the failures before it */
function ends(text: string): string {
  const lines = text
    .trimEnd()
    .split("\n")
    .filter((line) => !/^\((?:pass|skip)\) /.test(line));
  return [...(lines.length > LINES ? ["…"] : []), ...lines.slice(-LINES)].join("\n");
}
