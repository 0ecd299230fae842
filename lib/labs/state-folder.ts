/**
 * Where labs are remembered: a folder that is the user's own, and no reboot outlives.
 *
 * @module
 */
import { lstatSync, mkdirSync, rmdirSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";

import { quote } from "../shell/template/quote.ts";
import { LabError } from "./lab-error.ts";

/** The folder of labs, and the one that it is in, which must be ours as well */
type Place = readonly [above: string, labs: string];

const OTHERS_WRITE = 0o022;
const OTHERS = 0o077;
const OWNER_ONLY = 0o700;

/**
 * The place for this user: below `/run` for root, otherwise below `$XDG_RUNTIME_DIR`, or what systemd makes for it, or `/tmp`.
 *
 * @throws {LabError} when `XDG_RUNTIME_DIR` is no folder of this user's
 */
function place(): Place {
  const user = process.geteuid?.() ?? -1;
  const { XDG_RUNTIME_DIR: given = "" } = process.env;
  if (user === 0) return below("/run");
  // XDG Base Directory Specification: what is not absolute is to be ignored
  if (given.startsWith("/")) {
    const objection = objectionAt(given);
    if (objection === null) return below(given);
    throw new LabError(
      `Cannot keep labs in ${quote(given)}: ${objection}`,
      "XDG_RUNTIME_DIR says so",
      "unset XDG_RUNTIME_DIR",
    );
  }
  const usual = `/run/user/${user}`;
  if (objectionAt(usual) === null) return below(usual);
  // Sticky: nobody else can replace what is ours there
  const own = `/tmp/wirework-labs-${user}`;
  return [own, join(own, "labs")];
}

/** @param runtime somebody else's to make: the system's, or the session manager's */
function below(runtime: string): Place {
  return [join(runtime, "wirework"), join(runtime, "wirework/labs")];
}

/**
 * The folder of labs, made where it is missing.
 *
 * @throws {LabError} when somebody else could read or change what is in there
 */
export function makeStateFolder(): string {
  const folders = place();
  // Somebody else's command may tidy one away meanwhile, with its last lab
  return folders.every(make) ? folders[1] : makeStateFolder();
}

/**
 * The folder of labs; `null` when there is none, and so no lab.
 *
 * @throws {LabError} when somebody else could read or change what is in there
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

/** Where it is, or would be */
export function stateFolderPath(): string {
  return place()[1];
}

/** Removes it when nothing is in it any more */
export function tidyStateFolder(): void {
  for (const folder of place().toReversed()) {
    try {
      rmdirSync(folder);
    } catch {
      // Something is in it, or somebody else has tidied
      return;
    }
  }
}

/** @throws {LabError} when a folder on the way is a link, somebody else's, or open to others */
export function requireOurs(folder: string, found: Stats | undefined): void {
  const objection = objectionTo(found, OTHERS);
  if (objection === null) return;
  throw new LabError(
    `Cannot keep labs in ${quote(folder)}: ${objection}`,
    "it must be a folder of this user's that nobody else can look into",
    `ls -ld ${quote(folder)}, and remove it when you know who made it`,
  );
}

/** Why labs can't be kept in a folder, which others may look into */
function objectionAt(folder: string): string | null {
  try {
    return objectionTo(statSync(folder, { throwIfNoEntry: false }), OTHERS_WRITE);
  } catch (error) {
    // It is in a folder that this user can't look into
    return error instanceof Error ? error.message : String(error);
  }
}

/** Why a folder is not this user's alone; `null` when it is */
function objectionTo(found: Stats | undefined, others: number): string | null {
  if (found === undefined) return "it is not there";
  if (found.isSymbolicLink()) return "it is a symbolic link";
  if (!found.isDirectory()) return "it is no folder";
  if (found.uid !== process.geteuid?.()) return `it belongs to user ${found.uid}`;
  return (found.mode & others) === 0 ? null : `others may use it, its mode is ${(found.mode & 0o777).toString(8)}`;
}

/**
 * Makes a folder where it is missing; false when it, or the one before it, is not there any more.
 *
 * @throws {LabError} when it can't be made, or is not this user's alone
 */
function make(folder: string, place: number): boolean {
  try {
    mkdirSync(folder, { mode: OWNER_ONLY });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" && place > 0) return false;
    if (code !== "EEXIST") throw new LabError(`Cannot keep labs in ${quote(folder)}`, message, null);
  }
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return false;
  requireOurs(folder, found);
  return true;
}
