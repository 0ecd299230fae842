/**
 * The folder of one lab, and the record in it, which is replaced as a whole.
 *
 * @module
 */
import { closeSync, constants, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

import { quote } from "../shell/template/quote.ts";
import type { LabName } from "../values/name/lab-name.ts";
import { LabError } from "./lab-error.ts";
import { type LabRecord, readRecord, textOfRecord, type Unreadable } from "./lab-record.ts";

/** The files of a lab */
export interface LabFiles {
  readonly folder: string;
  readonly record: string;
  /** The journal that undoes it, for a lab on this machine itself */
  readonly journal: string;
  /** The processes that a runner on this machine leaves running */
  readonly report: string;
}

/** Returns the paths of a lab's files within the folder of labs */
export function filesOf(state: string, name: LabName): LabFiles {
  const folder = join(state, name);
  return {
    folder,
    record: join(folder, "record.json"),
    journal: join(folder, "journal"),
    report: join(folder, "report.json"),
  };
}

/** Reads a lab's record; `null` when there is none */
export function readLab({ record }: LabFiles): LabRecord | Unreadable | null {
  const text = readOwn(record);
  return text === null ? null : readRecord(text);
}

/**
 * Reads a lab's record; `null` when there is none.
 *
 * @throws {LabError} when it can't be read
 */
export function requireReadable(files: LabFiles): LabRecord | null {
  const found = readLab(files);
  if (found === null || !("reason" in found)) return found;
  throw unreadable(files, found);
}

/** Returns the error for an unreadable record, with the way out */
export function unreadable({ record, folder }: LabFiles, found: Unreadable): LabError {
  return found.reason === "torn"
    ? new LabError(
        `Cannot read the record ${quote(record)}: it is damaged`,
        "it was not written completely, or has been changed since",
        `wirework down ${basename(folder)}`,
      )
    : new LabError(
        `Cannot read the record ${quote(record)}: it has schema ${found.schema}, and this version reads only 1`,
        "another version of wirework made this lab",
        "the same with that version",
      );
}

/** Writes a lab's record: on disk when this returns, and complete for every reader */
export function writeLab({ folder, record }: LabFiles, content: LabRecord): void {
  const fresh = `${record}.new`;
  rmSync(fresh, { force: true });
  try {
    writeThrough(fresh, textOfRecord(content));
    renameSync(fresh, record);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
  syncFolder(folder);
}

function writeThrough(file: string, text: string): void {
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = constants;
  const fd = openSync(file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
  try {
    writeFileSync(fd, text);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Syncs a folder, which holds the new name */
function syncFolder(folder: string): void {
  const fd = openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Reads a file without following a link; `null` when there is none */
function readOwn(file: string): string | null {
  try {
    const fd = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      return readFileSync(fd, "utf8");
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return null;
    if (code === "ELOOP") throw new LabError(`Cannot read the record ${quote(file)}`, "it is a symbolic link", null);
    throw error;
  }
}
