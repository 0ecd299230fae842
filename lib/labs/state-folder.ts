/**
 * The folder of labs: owned by the user, and emptied by a reboot.
 *
 * @module
 */
import { lstatSync, mkdirSync, rmdirSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";

import { quote } from "../shell/template/quote.ts";
import { LabError } from "./lab-error.ts";

/** The folder of labs and its parent, which must both be ours */
type Place = readonly [above: string, labs: string];

const OTHERS_WRITE = 0o022;
const OTHERS = 0o077;
const OWNER_ONLY = 0o700;

/**
 * Chooses the folder: below `/run` for root, otherwise below `$XDG_RUNTIME_DIR`, or systemd's runtime
 * directory, or `/tmp`.
 *
 * @throws {LabError} when `XDG_RUNTIME_DIR` is not a folder of this user's
 */
function place(): Place {
  const user = process.geteuid?.() ?? -1;
  const { XDG_RUNTIME_DIR: given = "" } = process.env;
  if (user === 0) return below("/run");
  // XDG Base Directory Specification: relative paths are to be ignored
  if (given.startsWith("/")) {
    const objection = objectionAt(given);
    if (objection === null) return below(given);
    throw new LabError(
      `Cannot keep labs in ${quote(given)}: ${objection}`,
      "XDG_RUNTIME_DIR names it",
      "unset XDG_RUNTIME_DIR",
    );
  }
  const usual = `/run/user/${user}`;
  if (objectionAt(usual) === null) return below(usual);
  // `/tmp` is sticky: nobody else can replace our folder there
  const own = `/tmp/wirework-labs-${user}`;
  return [own, join(own, "labs")];
}

/**
 * Returns the place below a runtime directory.
 *
 * @param runtime a directory that the system or the session manager creates
 */
function below(runtime: string): Place {
  return [join(runtime, "wirework"), join(runtime, "wirework/labs")];
}

/**
 * Returns the folder of labs, and creates it if missing.
 *
 * @throws {LabError} when another user could read or change its contents
 */
export function makeStateFolder(): string {
  const folders = place();
  folders.forEach(make);
  return folders[1];
}

/**
 * Returns the folder of labs; `null` when there is none, and so no lab.
 *
 * @throws {LabError} when another user could read or change its contents
 */
export function findStateFolder(): string | null {
  const folders = place();
  for (const folder of folders) {
    const found = lstatSync(folder, { throwIfNoEntry: false });
    if (found === undefined) return null;
    requireOurs(folder, found);
  }
  return folders[1];
}

/** Returns its path, whether or not it exists */
export function stateFolderPath(): string {
  return place()[1];
}

/** Removes it if it is empty */
export function tidyStateFolder(): void {
  for (const folder of place().toReversed()) {
    try {
      rmdirSync(folder);
    } catch {
      // It is not empty, or another command has removed it
      return;
    }
  }
}

/**
 * Requires a folder to be this user's alone.
 *
 * @throws {LabError} when it is a link, another user's, or open to others
 */
export function requireOurs(folder: string, found: Stats | undefined): void {
  const objection = objectionTo(found, OTHERS);
  if (objection === null) return;
  throw new LabError(
    `Cannot keep labs in ${quote(folder)}: ${objection}`,
    "it must belong to this user, and be readable by no other",
    `ls -ld ${quote(folder)}, and remove it when you know who made it`,
  );
}

/** Returns the reason why labs can't be kept in a folder; its parent may be open to others */
function objectionAt(folder: string): string | null {
  try {
    return objectionTo(statSync(folder, { throwIfNoEntry: false }), OTHERS_WRITE);
  } catch (error) {
    // It lies in a folder that this user can't read
    return error instanceof Error ? error.message : String(error);
  }
}

/** Returns the reason why a folder is not this user's alone; `null` when it is */
function objectionTo(found: Stats | undefined, others: number): string | null {
  if (found === undefined) return "it does not exist";
  if (found.isSymbolicLink()) return "it is a symbolic link";
  if (!found.isDirectory()) return "it is not a folder";
  if (found.uid !== process.geteuid?.()) return `it belongs to user ${found.uid}`;
  return (found.mode & others) === 0 ? null : `others may access it: its mode is ${(found.mode & 0o777).toString(8)}`;
}

/**
 * Creates a folder if missing. Another command may remove it, or its parent, at any time, with its last lab: lab-lock.ts then
 * tries again.
 *
 * @throws {LabError} when it can't be created, or is not this user's alone
 */
function make(folder: string, place: number): void {
  try {
    mkdirSync(folder, { mode: OWNER_ONLY });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" && place > 0) return;
    if (code !== "EEXIST") throw new LabError(`Cannot keep labs in ${quote(folder)}`, message, null);
  }
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found !== undefined) requireOurs(folder, found);
}
