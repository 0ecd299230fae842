/** The project under test, readable for every user of the tests. */
import { afterAll } from "bun:test";
import { cpSync, mkdirSync, mkdtempSync, chmodSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const PROJECT = new URL("../..", import.meta.url).pathname;

const PARTS = [
  "lib",
  "docs",
  "recipes",
  "scripts",
  "test/support",
  "test/differential",
  "test/programs/matrix",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  ".npmrc",
  "node_modules",
];

let copied: string | null = null;
const made: string[] = [];

// The exit event of a process of bun test never fires
afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
  copied = null;
});

/**
 * Returns a copy of the project that everyone can read, made once per test file and removed when the tests
 * end
 */
export function readableProject(): string {
  copied ??= copyOfProject();
  return copied;
}

/**
 * Makes another copy for one test, removed when the tests end. Its files are links to the project's: replace
 * them, never write to them
 */
export function copyOfProject(): string {
  // Builds the project's bundle if missing, which the copies then share
  Bun.spawnSync([join(PROJECT, "scripts/wirework"), "list"]);
  const folder = mkdtempSync(join(process.env["WIREWORK_TEST_FOLDER"] ?? tmpdir(), "wirework-test-"));
  chmodSync(folder, 0o755);
  for (const part of PARTS) copy(join(PROJECT, part), join(folder, part));
  made.push(folder);
  return folder;
}

/**
 * Copies with hard links if possible: Bun alone has 100 MB. Of a part that is itself a symbolic link, as `node_modules` in a second
 * working tree may be, it copies what that leads to: a test that installs packages would empty it
 */
function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
  const linked = Bun.spawnSync(["cp", "-alH", from, to]);
  if (!linked.success) cpSync(realpathSync(from), to, { recursive: true, verbatimSymlinks: true });
}
