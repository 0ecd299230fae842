/** Runs the checks and the tests of a size; `scripts/test` starts it once everything that they need is there. */
import { SEED, SIZE } from "../../test/support/size.ts";
import { runFiles } from "./bun-test.ts";
import { failedChecks } from "./checks.ts";
import { filesToRun, timingsFile } from "./files.ts";
import { judge } from "./flakes.ts";
import { report } from "./report.ts";

/** Tests mostly wait */
const TOGETHER = 4;

const [startedIn = ".", ...named] = process.argv.slice(2);
const files = filesToRun(SIZE, startedIn, named);
console.log(`scripts/test: ${files.length} files, ${SIZE}, with the seed ${SEED}`);
const failed = named.length === 0 ? await failedChecks() : [];
const ran = await runFiles(files, {
  together: TOGETHER,
  timings: timingsFile(SIZE),
  isMeasured: process.env["WIREWORK_TEST_TIMINGS"] === "update",
});
const judged = await judge(ran, (file) => {
  console.log(`\nOnce more, alone: ${file}`);
  return runFiles([file], { together: 1, timings: null, isMeasured: false });
});
const isCi = (process.env["CI"] ?? "") !== "";
process.exitCode = report({ ...judged, failedChecks: failed, output: ran.output }, isCi) ? 0 : 1;
