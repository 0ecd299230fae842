/**
 * New files in a folder of the user's: all of them, or none.
 *
 * @module
 */
import { closeSync, lstatSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { quoted } from "../values/quoted.ts";
import { randomHex } from "../values/random.ts";
import type { NewFile } from "./editor-files.ts";
import { NotWritten } from "./not-written.ts";

/** What becomes of files that are there already */
export type OldFiles = "kept" | "replaced";

/** Why the operating system does not let us, where a person can do something about it: errno(3) */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: "you may not write there",
  EPERM: "you may not write there",
  EROFS: "it is on a file system that can only be read",
  ENOSPC: "there is no space left",
  EDQUOT: "you have no space left there",
  ENOENT: "the folder is gone",
  ENAMETOOLONG: "its name is too long",
};

/**
 * Writes files. One that is there already, with the very text that it would get, is fine.
 *
 * @throws {NotWritten} when one is there already, and is to be kept, or can't be written; then nothing has changed
 */
export function writeFiles(folder: string, files: readonly NewFile[], old: OldFiles): void {
  const wanted = files.filter((file) => !isThere(join(folder, file.name), file.text));
  for (const { name } of wanted) assertFree(join(folder, name), name, old);
  const written: { readonly path: string; readonly draft: string; readonly name: string }[] = [];
  try {
    for (const { name, text } of wanted) {
      const path = join(folder, name);
      const draft = `${path}.${randomHex(8)}`;
      written.push({ path, draft, name });
      attempt(name, () => writeDraft(draft, text));
    }
    // A name that is taken over is a link's own, never what a link leads to
    for (const { path, draft, name } of written) attempt(name, () => renameSync(draft, path));
  } catch (error) {
    for (const { draft } of written) rmSync(draft, { force: true });
    throw error;
  }
}

function writeDraft(draft: string, text: string): void {
  const fd = openSync(draft, "wx", 0o666);
  try {
    writeFileSync(fd, text);
  } finally {
    closeSync(fd);
  }
}

function isThere(path: string, text: string): boolean {
  try {
    return lstatSync(path).isFile() && readFileSync(path, "utf8") === text;
  } catch {
    return false;
  }
}

function assertFree(path: string, name: string, old: OldFiles): void {
  const found = attempt(name, () => lstatSync(path, { throwIfNoEntry: false }));
  if (found === undefined) return;
  if (found.isDirectory()) throw new NotWritten(`Cannot write ${quoted(name)}: it is a folder`, null);
  if (old === "kept") throw new NotWritten(`Cannot write ${quoted(name)}: it is there already`, "--force");
}

/** @throws {NotWritten} with the reason, when it fails */
function attempt<T>(name: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    const reason = Object.hasOwn(REASONS, code) ? REASONS[code] : message;
    throw new NotWritten(`Cannot write ${quoted(name)}: ${reason}`, "another folder: cd");
  }
}
