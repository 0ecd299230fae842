/**
 * Allows one command at a time on a lab: a lock on its folder, which the kernel releases when its holder is
 * killed.
 *
 * @module
 */
import { closeSync, constants, fstatSync, lstatSync, mkdirSync, openSync, rmSync, rmdirSync } from "node:fs";

import { tryLock } from "../netlink/flock.ts";
import type { LabName } from "../values/name/lab-name.ts";
import { filesOf, type LabFiles, requireReadable, writeLab } from "./lab-folder.ts";
import type { LabRecord } from "./lab-record.ts";
import { findStateFolder, makeStateFolder, requireOurs, tidyStateFolder } from "./state-folder.ts";

const RETRY_MILLISECONDS = 10;

/** A locked lab. Disposing of it releases the lock, and removes the folder when there is no lab in it */
export class LockedLab implements Disposable {
  readonly files: LabFiles;
  readonly #fd: number;

  constructor(files: LabFiles, fd: number) {
    this.files = files;
    this.#fd = fd;
  }

  /**
   * Reads its record.
   *
   * @throws {LabError} when it can't be read
   */
  read(): LabRecord | null {
    return requireReadable(this.files);
  }

  write(record: LabRecord): void {
    writeLab(this.files, record);
  }

  /** Removes the lab's folder and everything in it */
  forget(): void {
    for (const file of [this.files.record, `${this.files.record}.new`, this.files.journal, this.files.report])
      rmSync(file, { force: true });
  }

  [Symbol.dispose](): void {
    // Before it is unlocked: commands that wait for the lock see that the lab is gone
    removeIfEmpty(this.files.folder);
    closeSync(this.#fd);
    tidyStateFolder();
  }
}

/**
 * Locks a lab that may or may not exist, and waits for the lock.
 *
 * @param onWait is called once, when another command holds the lock
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
 * Locks a lab that may or may not exist, without waiting.
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
 * Waits until no command holds a lab's lock, and reads its record; `null` when there is no such lab.
 *
 * @param onWait is called once, when a command holds it
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

/** Locks an existing lab, without waiting */
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

/** Opens a lab's folder; `null` when it doesn't exist, or the folder of labs was removed just now */
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

/**
 * Reports whether a path still leads to the folder that was opened: the lock's last holder may have removed
 * it
 */
function isStill(folder: string, fd: number): boolean {
  const now = lstatSync(folder, { throwIfNoEntry: false });
  return now !== undefined && now.ino === fstatSync(fd).ino;
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It contains a lab
  }
}
