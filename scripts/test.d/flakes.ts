/**
 * Separates failures from flakes, which fail beside others and pass alone: a flake is a fault as well, of the
 * test or of the product.
 */
import type { Ran } from "./bun-test.ts";
import type { Result } from "./junit.ts";

/** A test that failed beside others, and passed alone */
export interface Flake {
  readonly test: Result;
  /** The output of its file, each time */
  readonly failed: string;
  readonly passed: string;
}

/** The largest number of failing files that may be flakes */
const FILES_AT_MOST = 3;

/** The results after failing files have run once more */
export interface Judged {
  readonly results: readonly Result[];
  readonly flakes: readonly Flake[];
}

/** Runs failing files once more, one by one, if they are few */
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
    // When a group could not begin, its tests are known only now
    results = isWell(again)
      ? [...results.filter((one) => one.file !== file), ...again.results]
      : results.map((one) => (rescued.includes(one) ? { ...one, outcome: "passed" } : one));
  }
  return { results, flakes };
}

/**
 * Reports whether a test passes in another run; one that stands for a group or a file passes when nothing
 * fails
 */
function passesIn(again: Ran, { name }: Result): boolean {
  return isWell(again) || again.results.some((one) => one.name === name && one.outcome === "passed");
}

function isWell({ results }: Ran): boolean {
  return results.length > 0 && failuresIn(results).length === 0;
}

/** Returns the failures among results */
export function failuresIn(results: readonly Result[]): readonly Result[] {
  return results.filter(({ outcome }) => outcome === "failed");
}

/** Returns a file's part of the whole output, which begins with a line of its name */
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
