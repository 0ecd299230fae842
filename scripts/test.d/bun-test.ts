/** Runs test files with `bun test`. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { type Result, resultsIn } from "./junit.ts";

/** The mode of running files */
export interface Running {
  /** The number of concurrent files */
  readonly together: number;
  /** The file of durations, by which the longest are started first; `null` for none */
  readonly timings: string | null;
  /** True when durations are written to that file */
  readonly isMeasured: boolean;
}

/** The results of the files */
export interface Ran {
  readonly results: readonly Result[];
  /** Their whole output */
  readonly output: string;
}

/** The name of a result for a file that crashed, could not be loaded, or ended before its tests did */
const WHOLE_FILE = "(the whole file)";

/** Runs test files, shows their output, and returns the result of each test */
export async function runFiles(files: readonly string[], running: Running): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), "wirework-tests-"));
  try {
    const report = join(folder, "report.xml");
    const words = [...wordsFor(running), `--reporter-outfile=${report}`, ...files.map(named)];
    // In one stream, so that a test's output stands beside its result
    const bun = Bun.spawn(["sh", "-c", 'exec "$@" 2>&1', "sh", process.execPath, ...words], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const output = await shown(bun.stdout);
    const status = await bun.exited;
    return { results: withMissing(files, resultsOf(report), status), output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function wordsFor({ together, timings, isMeasured }: Running): readonly string[] {
  return [
    "--no-env-file",
    "--config=/dev/null",
    "test",
    "--timeout=300000",
    "--preload=./test/support/seeded.ts",
    `--parallel=${together}`,
    ...(timings === null ? [] : [`--timings=${timings}`]),
    ...(isMeasured ? ["--update-timings"] : []),
    "--reporter=junit",
  ];
}

/** An explicit path, because bun takes a bare name for a part of others */
const named = (file: string) => `./${file}`;

/** Shows a stream as it comes, and keeps it */
async function shown(stream: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const part of stream) {
    process.stdout.write(part);
    text += decoder.decode(part, { stream: true });
  }
  return text;
}

/** Returns no results without a report: nothing ended */
function resultsOf(report: string): readonly Result[] {
  try {
    return resultsIn(readFileSync(report, "utf8"));
  } catch {
    return [];
  }
}

/**
 * Adds failures for files without results that do not end well by themselves: some have no test for every
 * user
 */
function withMissing(files: readonly string[], results: readonly Result[], status: number): readonly Result[] {
  const told = new Set(results.map(({ file }) => file));
  const missing = status === 0 ? [] : files.filter((file) => !told.has(file) && !isEmpty(file));
  const all = [...results, ...missing.map((file): Result => ({ file, name: WHOLE_FILE, outcome: "failed" }))];
  if (status === 0 || all.some(({ outcome }) => outcome === "failed")) return all;
  return [...all, { file: "bun test", name: `(ended with ${status})`, outcome: "failed" }];
}

function isEmpty(file: string): boolean {
  return Bun.spawnSync([process.execPath, "--no-env-file", "--config=/dev/null", "test", named(file)]).success;
}
