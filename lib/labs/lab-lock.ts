/**
 * One command at a time on one lab: a lock on its folder, which the kernel gives back when its holder is killed.
 *
 * @module
 */
import { closeSync, constants, fstatSync, lstatSync, mkdirSync, openSync, rmSync, rmdirSync } from "node:fs";

import { tryLock } from "../netlink/flock.ts";
import type { LabName } from "../values/name/lab-name.ts";
import { filesOf, type LabFiles, requireReadable, writeLab } from "./lab-folder.ts";
import type { LabRecord } from "./record.ts";
import { findStateFolder, makeStateFolder, requireOurs, tidyStateFolder } from "./state-folder.ts";

const RETRY_MILLISECONDS = 10;

/** A lab that nobody else changes meanwhile; disposing of it lets others, and leaves nothing of a lab that is none */
export class LockedLab implements Disposable {
  readonly files: LabFiles;
  readonly #fd: number;

  constructor(files: LabFiles, fd: number) {
    this.files = files;
    this.#fd = fd;
  }

  /** @throws {LabError} when its record can't be read */
  read(): LabRecord | null {
    return requireReadable(this.files);
  }

  write(record: LabRecord): void {
    writeLab(this.files, record);
  }

  /** Forgets it; what is in its folder goes too */
  forget(): void {
    for (const file of [this.files.record, `${this.files.record}.new`, this.files.journal, this.files.report])
      rmSync(file, { force: true });
  }

  [Symbol.dispose](): void {
    // Before it is unlocked: who waits for it sees that it is gone
    removeIfEmpty(this.files.folder);
    closeSync(this.#fd);
    tidyStateFolder();
  }
}

/**
 * Locks a lab that is to be, or that may be there; waits until nobody else has it.
 *
 * @param onWait is told once, when somebody else has it
 * @throws {LabError} when the folder of labs is not this user's alone
 */
export async function lockLab(name: LabName, onWait: () => void): Promise<LockedLab> {
  for (;;) {
    const files = filesOf(makeStateFolder(), name);
    const fd = openFolder(files.folder, "made where it is missing");
    if (fd === null) continue;
    await awaitLock(fd, "exclusive", onWait);
    if (isStill(files.folder, fd)) return new LockedLab(files, fd);
    closeSync(fd);
  }
}

/**
 * Locks a lab that is to be, or that may be there, when nobody else has it.
 *
 * @throws {LabError} when the folder of labs is not this user's alone
 */
export function lockNow(name: LabName): LockedLab | "in use" {
  for (;;) {
    const files = filesOf(makeStateFolder(), name);
    const fd = openFolder(files.folder, "made where it is missing");
    if (fd === null) continue;
    const isLocked = tryLock(fd, "exclusive");
    if (isLocked && isStill(files.folder, fd)) return new LockedLab(files, fd);
    closeSync(fd);
    if (!isLocked) return "in use";
  }
}

/**
 * Waits until nobody changes a lab; its record, or `null` when there is no such lab.
 *
 * @param onWait is told once, when somebody does
 * @throws {LabError} when the record can't be read, or the folder of labs is not this user's alone
 */
export async function settledLab(name: LabName, onWait: () => void): Promise<LabRecord | null> {
  for (;;) {
    const state = findStateFolder();
    const files = state === null ? null : filesOf(state, name);
    const fd = files === null ? null : openFolder(files.folder, "expected");
    if (files === null || fd === null) return null;
    try {
      await awaitLock(fd, "shared", onWait);
      if (isStill(files.folder, fd)) return requireReadable(files);
    } finally {
      closeSync(fd);
    }
  }
}

/** Locks a lab when nobody else has it, and when something is there of it */
export function lockIfFree(state: string, name: LabName): LockedLab | "in use" | "absent" {
  const files = filesOf(state, name);
  const fd = openFolder(files.folder, "expected");
  if (fd === null) return "absent";
  const isLocked = tryLock(fd, "exclusive");
  if (isLocked && isStill(files.folder, fd)) return new LockedLab(files, fd);
  closeSync(fd);
  return isLocked ? "absent" : "in use";
}

async function awaitLock(fd: number, how: "shared" | "exclusive", onWait: () => void): Promise<void> {
  if (tryLock(fd, how)) return;
  onWait();
  while (!tryLock(fd, how)) await Bun.sleep(RETRY_MILLISECONDS);
}

/** A lab's folder, opened; `null` when it is not there, or its own folder was tidied away just now */
function openFolder(folder: string, which: "expected" | "made where it is missing"): number | null {
  try {
    if (which === "made where it is missing") makeFolder(folder);
    requireOurs(folder, lstatSync(folder));
    return openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

/** Whether a folder is the one that was opened: who had the lock before may have removed it */
function isStill(folder: string, fd: number): boolean {
  const now = lstatSync(folder, { throwIfNoEntry: false });
  return now !== undefined && now.ino === fstatSync(fd).ino;
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // There is a lab in it
  }
}
