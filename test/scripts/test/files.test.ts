/**
 * Which files `scripts/test` runs.
 */
import { describe, expect, test } from "bun:test";

import { allTestFiles, BEGIN_MS, filesToRun, quickest, readTimings } from "../../../scripts/test.d/files.ts";

describe("the quick size", () => {
  const timings = { "a.test.ts": 4000, "b.test.ts": 100, "c.test.ts": 3000 };

  test("has the quickest files, as long as they fit", () => {
    const files = Object.keys(timings);
    expect(quickest(files, timings, 3100 + 2 * BEGIN_MS)).toEqual(["b.test.ts", "c.test.ts"]);
    expect(quickest(files, timings, 3099 + 2 * BEGIN_MS)).toEqual(["b.test.ts"]);
    expect(quickest(files, timings, 7100 + 3 * BEGIN_MS)).toEqual(files);
  });

  test("has new ones", () => {
    expect(quickest([...Object.keys(timings), "new.test.ts"], timings, 1100 + 2 * BEGIN_MS)).toEqual([
      "b.test.ts",
      "new.test.ts",
    ]);
  });

  test("has most of all files", () => {
    const all = allTestFiles();
    const quick = filesToRun("quick", ".", []);
    expect(quick.length / all.length).toBeGreaterThan(0.7);
    expect(all).toEqual(expect.arrayContaining([...quick]));
  });
});

test("the others have all files", () => {
  for (const size of ["full", "all"] as const) expect(filesToRun(size, ".", [])).toEqual(allTestFiles());
});

test("files that are named are those, from wherever they are named", () => {
  expect(filesToRun("quick", `${process.cwd()}/test/values`, ["mtu.test.ts"])).toEqual(["test/values/mtu.test.ts"]);
});

test("no time is remembered of a file that is gone", () => {
  const all = new Set(allTestFiles());
  for (const size of ["quick", "full"] as const)
    expect(Object.keys(readTimings(size)).filter((file) => !all.has(file))).toEqual([]);
});
