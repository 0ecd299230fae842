/**
 * What hostile texts must not come to.
 */
import { expect } from "bun:test";

import type { Ended } from "../support/wirework.ts";

/** All that a terminal would act on, but for the line feed and the tab */
// oxlint-disable-next-line no-control-regex -- they are what it looks for
const CONTROL = /[\x00-\x08\x0b-\x1f\x7f-\x9f]/;

/** What a recipe says, when it finds the file that hostile texts would make */
const COMPLAINT = "a hostile text was obeyed";

/** That nothing reaches a terminal raw, and that no `touch /evil` was run */
export function expectHarmless({ stdout, stderr }: Ended): void {
  for (const text of [stdout, stderr]) expect(text).not.toMatch(CONTROL);
  expect(stderr).not.toContain(COMPLAINT);
}

/** Steps of a recipe that looks, in the end, for the file that hostile texts would make; `host` is the place of checks */
export function watched(steps: string): string {
  return `
  const [{ existsSync }, { host }] = await Promise.all([import("node:fs"), import("wirework")]);
  try { ${steps} } finally { if (existsSync("/evil")) console.error(${JSON.stringify(COMPLAINT)}); }`;
}
