/**
 * Runs test files by `bun test`.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { type Result, resultsIn } from "./junit.ts";

/** How files are run */
export interface Running {
  /** So many at a time */
  readonly together: number;
  /** The file with their times, by which the longest are begun first; `null` for none */
  readonly timings: string | null;
  /** Whether their times are written into that file */
  readonly isMeasured: boolean;
}

/** What became of the files */
export interface Ran {
  readonly results: readonly Result[];
  /** All that they have printed */
  readonly output: string;
}

/** What stands for a file that crashed, did not load, or ended before its tests did */
const WHOLE_FILE = "(the whole file)";

/** Runs test files, shows what they print, and tells what became of each test */
export async function runFiles(files: readonly string[], running: Running): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), "wirework-tests-"));
  try {
    const report = join(folder, "report.xml");
    const words = [...wordsFor(running), `--reporter-outfile=${report}`, ...files.map(named)];
    // In one stream, so that what a test printed stands beside what became of it
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

/** As a path, which is not looked for as a part of others */
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

/** Without a report nothing has come to its end */
function resultsOf(report: string): readonly Result[] {
  try {
    return resultsIn(readFileSync(report, "utf8"));
  } catch {
    return [];
  }
}

/** With those files as failed of which nothing is told, and which do not end well by themselves: not all have a test for everybody */
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
