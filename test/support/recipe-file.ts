/** Recipes written by a test. */
import { afterAll } from "bun:test";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const made: string[] = [];

// At the end of the test file: `bun test` ends its process without an "exit" event
afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Makes an empty folder that everyone can read, removed when the tests end */
export function emptyFolder(beginning = "wirework-test-recipe-"): string {
  const folder = mkdtempSync(join(tmpdir(), beginning));
  chmodSync(folder, 0o755);
  made.push(folder);
  return folder;
}

/** Writes a file with this text into a new folder; returns its path */
export function fileWith(text: string, name = "my-link.ts"): string {
  const file = join(emptyFolder(), name);
  writeFileSync(file, text);
  return file;
}

/** Writes a recipe with these steps, which begin on the file's fourth line; returns its path */
export function recipeFile(steps: string, permissions: readonly string[] = ["ip"]): string {
  return fileWith(`import { containerId, ipv4, pid, recipe } from "wirework";
export default recipe({ summary: "A test's", options: {}, permissions: { run: ${JSON.stringify(permissions)} },
async run({ $, step, check }) {
${steps}
}});
`);
}
