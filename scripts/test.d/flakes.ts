/**
 * Tells what failed because it is wrong from what failed and passes alone: that is a fault as well, of the test or of the product.
 */
import type { Ran } from "./bun-test.ts";
import type { Result } from "./junit.ts";

/** A test that failed beside others, and passed alone */
export interface Flake {
  readonly test: Result;
  /** What its file printed, each time */
  readonly failed: string;
  readonly passed: string;
}

/** Of more files than that it is no accident */
const FILES_AT_MOST = 3;

/** What is known after files with failures have run once more */
export interface Judged {
  readonly results: readonly Result[];
  readonly flakes: readonly Flake[];
}

/** Runs files with failures once more, one by one, where they are few */
export async function judge(ran: Ran, alone: (file: string) => Promise<Ran>): Promise<Judged> {
  const files = [...new Set(failuresIn(ran.results).map(({ file }) => file))];
  if (files.length > FILES_AT_MOST) return { results: ran.results, flakes: [] };
  const flakes: Flake[] = [];
  let { results } = ran;
  for (const file of files) {
    const again = await alone(file);
    const failed = outputOf(file, ran.output);
    const rescued = failuresIn(results).filter((one) => one.file === file && passesIn(again, one));
    flakes.push(...rescued.map((test) => ({ test, failed, passed: again.output })));
    // Where a group could not begin, its tests are known only now
    results = isWell(again)
      ? [...results.filter((one) => one.file !== file), ...again.results]
      : results.map((one) => (rescued.includes(one) ? { ...one, outcome: "passed" } : one));
  }
  return { results, flakes };
}

/** Whether a test passes there; one that stands for a group or a file does where nothing fails */
function passesIn(again: Ran, { name }: Result): boolean {
  return isWell(again) || again.results.some((one) => one.name === name && one.outcome === "passed");
}

function isWell({ results }: Ran): boolean {
  return results.length > 0 && failuresIn(results).length === 0;
}

/** Those of them that have failed */
export function failuresIn(results: readonly Result[]): readonly Result[] {
  return results.filter(({ outcome }) => outcome === "failed");
}

/** What a file has printed, of all that files have: each begins with a line of its name */
export function outputOf(file: string, output: string): string {
  const lines = output.split("\n");
  const isEnd = (line: string) =>
    /^test\/\S+\.test\.ts:$|^\d+ tests? (?:skipped|todo|failed):$|^ *\d+ pass$/.test(line);
  const parts = lines.flatMap((line, at) => (line === `${file}:` ? [at] : []));
  return parts
    .map((start) => {
      const end = lines.findIndex((line, at) => at > start && isEnd(line));
      return lines.slice(start, end === -1 ? undefined : end).join("\n");
    })
    .join("\n");
}
