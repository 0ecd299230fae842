import { expect, test } from "bun:test";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { keptPaths } from "../../../lib/cli/run/kept-paths.ts";
import { PROJECT } from "../../../lib/cli/self.ts";

const HOME = process.env["HOME"] ?? "/root";

test.each([
  ["one of the project's own", `${PROJECT}/recipes/point-to-point.ts`, []],
  ["in a folder of its own", "/srv/labs/my.ts", ["/srv/labs", "/srv/labs/my.ts"]],
  ["in a folder that the sandbox has its own of", "/tmp/my.ts", ["/tmp/my.ts"]],
  ["at the top", "/my.ts", ["/my.ts"]],
  ["among all that a user has", `${HOME}/my.ts`, [`${HOME}/my.ts`]],
])("of a recipe %s: the project, Bun, and besides them %p", (_where, recipe, besides) => {
  expect(keptPaths(recipe)).toEqual([PROJECT, process.execPath, ...(besides as string[])].toSorted());
});

test("a folder comes before what is in it, so that it does not hide that", () => {
  const kept = keptPaths(`${PROJECT}.ts`);
  expect(kept.every((path, index) => !kept.slice(index).some((later) => path.startsWith(`${later}/`)))).toBe(true);
});

test("of root's recipe in a closed folder: not its neighbours, which may be secrets", () => {
  const folder = mkdtempSync(join(tmpdir(), "wirework-test-"));
  const recipe = join(folder, "my.ts");
  expect(keptPaths(recipe).includes(folder)).toBe(process.geteuid?.() !== 0);
  chmodSync(folder, 0o755);
  expect(keptPaths(recipe)).toContain(folder);
  rmSync(folder, { recursive: true });
});
