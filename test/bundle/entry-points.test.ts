/**
 * What is started by who runs from a bundle, and by who does not.
 */
import { afterEach, expect, test } from "bun:test";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { ENTRY_POINTS, programFile } from "../../lib/bundle/entry-points.ts";

const MODULE = join(import.meta.dir, "../../lib/cli/run/inside.ts");

/** In a bundle this name is the folder's; elsewhere there is none */
const names = globalThis as { BUNDLE?: string };
afterEach(() => void delete names.BUNDLE);

test.each(ENTRY_POINTS)("%s is a module", (entry) => {
  expect(existsSync(programFile(entry))).toBe(true);
});

test("a module of this program is started where there is no bundle", () => {
  expect(programFile("cli/run/inside")).toBe(MODULE);
});

test("who runs from a bundle starts the bundle's files, and the modules once it has outlived them", () => {
  const folder = mkdtempSync(join(tmpdir(), "wirework-test-"));
  names.BUNDLE = folder;
  writeFileSync(join(folder, "inside.ts.js"), "");
  expect(programFile("cli/run/inside")).toBe(join(folder, "inside.ts.js"));
  rmSync(folder, { recursive: true });
  expect(programFile("cli/run/inside")).toBe(MODULE);
});
