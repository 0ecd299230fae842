import { expect } from "bun:test";

import type { ErrorReport } from "../../lib/recipe/run/report.ts";
import type { Ended } from "./wirework.ts";

/**
 * Returns the error that `--json` printed, and requires that nothing else was printed and the run ended with
 * that status
 */
export function errorOf({ status, stdout, stderr }: Ended): ErrorReport {
  expect(stderr).toBe("");
  const { schema, error, exit } = JSON.parse(stdout);
  expect({ schema, exit }).toEqual({ schema: 1, exit: status });
  return error as ErrorReport; // of schema 1
}
