/**
 * Writes new files to the user's folder: all of them, or none.
 *
 * @module
 */
import { closeSync, lstatSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { quoted } from "../values/quoted.ts";
import type { NewFile } from "./editor-files.ts";
import { NotWritten } from "./not-written.ts";

/** The treatment of existing files */
export type OldFiles = "kept" | "replaced";

/** The operating system's reasons for a refusal: errno(3) */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: "you may not write there",
  EPERM: "you may not write there",
  EROFS: "it is read-only",
  ENOSPC: "there is no space left",
  EDQUOT: "your disk quota is exceeded",
  EEXIST: "it already exists",
};

/**
 * Writes files. An existing file with the same text is fine.
 *
 * @throws {NotWritten} when one exists and is to be kept, or can't be written; then nothing has changed
 */
export function writeFiles(folder: string, files: readonly NewFile[], old: OldFiles): void {
  const wanted = files.filter(({ name, text }) => !isThere(join(folder, name), text));
  for (const { name } of wanted) assertNoFolder(join(folder, name), name);
  const made: string[] = [];
  try {
    for (const { name, text } of wanted) {
      const path = join(folder, name);
      const draft = old === "kept" ? path : draftOf(path);
      attempt(name, () => writeNew(draft, text, () => made.push(draft)));
    }
    // Replaces the name: a link, not its target
    if (old === "replaced")
      for (const { name } of wanted) attempt(name, () => renameSync(draftOf(join(folder, name)), join(folder, name)));
  } catch (error) {
    for (const path of made) rmSync(path, { force: true });
    throw error;
  }
}

function draftOf(path: string): string {
  return `${path}.${process.pid}`;
}

/** Writes a new file, never to an existing one */
function writeNew(path: string, text: string, whenMade: () => void): void {
  const fd = openSync(path, "wx", 0o666);
  whenMade();
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

function assertNoFolder(path: string, name: string): void {
  const found = attempt(name, () => lstatSync(path, { throwIfNoEntry: false }));
  if (found?.isDirectory() === true) throw new NotWritten(`Cannot write ${quoted(name)}: it is a folder`, null);
}

/**
 * Acts, and reports a failure.
 *
 * @throws {NotWritten} with the reason
 */
function attempt<T>(name: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    const reason = Object.hasOwn(REASONS, code) ? REASONS[code] : message;
    const out = code === "EEXIST" ? "--force" : "cd to a folder of yours, and try again";
    throw new NotWritten(`Cannot write ${quoted(name)}: ${reason}`, out);
  }
}
