/** What root's sandbox gets to see: which folder on the way is closed, and what of a project is copied, and is open. */
import { expect, test } from "bun:test";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

import { copyFileForAll, copyFolderForAll } from "../../../lib/hosts/sandbox/copy-for-all.ts";
import { closedFolder, isOpenToAll } from "../../../lib/hosts/sandbox/open-to-all.ts";
import { emptyFolder } from "../../support/recipe-file.ts";

/** Makes a file, which has its path in it, and the folders on the way to it */
function written(file: string, mode = 0o644): string {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, file);
  chmodSync(file, mode);
  return file;
}

/** Opens all folders below one, whatever the umask */
function opened(folder: string): string {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) opened(join(folder, entry.name));
  return folder;
}

test("the topmost folder that others may not enter is what is in the way", () => {
  const top = emptyFolder();
  const file = written(join(top, "a/b/c/file"));
  opened(top);
  expect(closedFolder(file)).toBeNull();
  chmodSync(join(top, "a/b/c"), 0o754);
  expect(closedFolder(file)).toBe(join(top, "a/b/c"));
  chmodSync(join(top, "a"), 0o750);
  expect(closedFolder(file)).toBe(join(top, "a"));
  expect(closedFolder(join(top, "a"))).toBeNull();
  chmodSync(join(top, "a"), 0o711);
  chmodSync(join(top, "a/b/c"), 0o711);
  expect(closedFolder(file)).toBeNull();
  chmodSync(join(top, "a"), 0o755);
});

test("a file is open when others can read it, a folder when they can enter it too", () => {
  const folder = emptyFolder();
  const file = written(join(folder, "file"));
  for (const [mode, isOpen] of [
    [0o644, true],
    [0o604, true],
    [0o640, false],
    [0o751, false],
  ] as const) {
    chmodSync(file, mode);
    expect(isOpenToAll(file)).toBe(isOpen);
  }
  for (const [mode, isOpen] of [
    [0o755, true],
    [0o705, true],
    [0o754, false],
    [0o751, false],
    [0o750, false],
  ] as const) {
    chmodSync(folder, mode);
    expect(isOpenToAll(folder)).toBe(isOpen);
  }
  chmodSync(folder, 0o755);
});

test.each([
  ["lib/deep/file", false],
  ["recipes/file", false],
  ["node_modules/.wirework/file", false],
  ["node_modules/zx/file", false],
  ["node_modules/minimist/file", false],
  ["node_modules/ipaddr.js/file", false],
  ["node_modules/other/file", true],
  ["test/file", true],
  ["README.md", true],
])("a project whose %s is closed: that it is open is %p", (name, isOpen) => {
  const project = emptyFolder();
  written(join(project, "lib/file"));
  const file = written(join(project, name), 0o600);
  opened(project);
  expect(isOpenToAll(project)).toBe(isOpen);
  chmodSync(file, 0o644);
  expect(isOpenToAll(project)).toBe(true);
});

test("a folder that is closed, in what a project's program reads, closes it; where a link leads does not", () => {
  const project = emptyFolder();
  written(join(project, "lib/deep/file"));
  symlinkSync("/nowhere", join(project, "lib/link"));
  opened(project);
  expect(isOpenToAll(project)).toBe(true);
  for (const mode of [0o754, 0o751]) {
    chmodSync(join(project, "lib/deep"), mode);
    expect(isOpenToAll(project)).toBe(false);
  }
  chmodSync(join(project, "lib/deep"), 0o755);
});

test("a copy is for everybody, whatever the umask, and has what the program needs", () => {
  const [source, target] = [emptyFolder(), emptyFolder()];
  for (const name of ["lib/deep/file", "scripts/run", "node_modules/zx/file", "node_modules/.wirework/file"])
    written(join(source, name), 0o600);
  for (const name of ["node_modules/minimist/file", "node_modules/ipaddr.js/file"]) written(join(source, name), 0o600);
  for (const name of [".git/HEAD", "test/file", "node_modules/zx2/file", "node_modules/other/zx"])
    written(join(source, name), 0o600);
  symlinkSync("deep/file", join(source, "lib/link"));
  chmodSync(join(source, "lib"), 0o700);
  const before = process.umask(0o077);
  copyFolderForAll(source, target);
  process.umask(before);
  expect(readdirSync(target).toSorted()).toEqual(["lib", "node_modules", "scripts"]);
  expect(readdirSync(join(target, "node_modules")).toSorted()).toEqual([".wirework", "ipaddr.js", "minimist", "zx"]);
  expect(readFileSync(join(target, "lib/deep/file"), "utf8")).toBe(join(source, "lib/deep/file"));
  for (const name of ["lib", "lib/deep", "lib/deep/file"])
    expect(statSync(join(target, name)).mode & 0o777).toBe(0o755);
  expect(lstatSync(join(target, "lib/link")).isSymbolicLink()).toBe(true);
  expect(readlinkSync(join(target, "lib/link"))).toBe("deep/file");
});

test("a file that is copied is readable and executable for everyone", () => {
  const folder = emptyFolder();
  const copied = join(folder, "copy");
  copyFileForAll(written(join(folder, "file"), 0o600), copied);
  expect(readFileSync(copied, "utf8")).toBe(join(folder, "file"));
  expect(statSync(copied).mode & 0o777).toBe(0o755);
});
