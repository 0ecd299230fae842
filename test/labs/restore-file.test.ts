/** A file is given back its content, its permissions and its owner, in place. */
import { expect, test } from "bun:test";
import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { restoreFile } from "../../lib/labs/restore-file.ts";
import { testAsRoot } from "../support/machine/as-root.ts";
import { emptyFolder } from "../support/recipe-file.ts";

const folder = emptyFolder();
const { uid, gid } = statSync(folder);

/** A step that gives a file this content */
function step(path: string, content: string | null, mode: number | null) {
  return {
    kind: "file",
    path,
    content: content === null ? null : Buffer.from(content).toString("base64"),
    owner: mode === null ? null : { uid, gid, mode },
    takes: { kind: "file", path, was: null, made: null },
    when: "in turn",
  } as const;
}

test("it is written in place, and has its mode again", () => {
  const file = join(folder, "there");
  writeFileSync(file, "something longer");
  const before = statSync(file).ino;
  expect(restoreFile(step(file, "old", 0o640))).toBeNull();
  expect(readFileSync(file, "utf8")).toBe("old");
  expect({ mode: statSync(file).mode & 0o7777, inode: statSync(file).ino }).toEqual({ mode: 0o640, inode: before });
});

test("whose it was that nobody knows keeps its mode", () => {
  const file = join(folder, "kept");
  writeFileSync(file, "x");
  chmodSync(file, 0o604);
  expect(restoreFile(step(file, "old", null))).toBeNull();
  expect(statSync(file).mode & 0o7777).toBe(0o604);
});

testAsRoot("it is given back to its owner and group, with bits that a new owner loses", () => {
  const file = join(folder, "theirs");
  writeFileSync(file, "x");
  const owner = { uid: 65_534, gid: 65_533, mode: 0o4750 };
  expect(restoreFile({ ...step(file, "old", null), owner })).toBeNull();
  const found = statSync(file);
  expect({ uid: found.uid, gid: found.gid, mode: found.mode & 0o7777 }).toEqual(owner);
});

test("one that was not there is removed, also when it is gone already", () => {
  const file = join(folder, "new");
  writeFileSync(file, "x");
  expect(restoreFile(step(file, null, null))).toBeNull();
  expect(existsSync(file)).toBe(false);
  expect(restoreFile(step(file, null, 0o600))).toBeNull();
});

test("what can't be written is said, in the system's words", () => {
  expect(restoreFile(step(join(folder, "nowhere/file"), "old", null))).toContain("ENOENT");
});
