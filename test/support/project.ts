/**
 * The project under test, where every user of the tests can read it.
 */
import { afterAll } from "bun:test";
import { cpSync, mkdirSync, mkdtempSync, chmodSync, rmSync } from "node:fs";
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

// The exit of a process of bun test is told to nobody
afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
  copied = null;
});

/** A copy of the project in a folder that everyone can read, made once for a test file; it is removed when the tests end */
export function readableProject(): string {
  copied ??= copyOfProject();
  return copied;
}

/** Another one, of one's own; it is removed when the tests end. Its files are links to the project's: to be replaced, not written to */
export function copyOfProject(): string {
  // Has its bundle made, where there is none, which the copies then share
  Bun.spawnSync([join(PROJECT, "scripts/wirework"), "list"]);
  const folder = mkdtempSync(join(process.env["WIREWORK_TEST_FOLDER"] ?? tmpdir(), "wirework-test-"));
  chmodSync(folder, 0o755);
  for (const part of PARTS) copy(join(PROJECT, part), join(folder, part));
  made.push(folder);
  return folder;
}

/** With hard links where that can be: Bun alone has 100 MB */
function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
  const linked = Bun.spawnSync(["cp", "-al", from, to]);
  if (!linked.success) cpSync(from, to, { recursive: true, verbatimSymlinks: true });
}
