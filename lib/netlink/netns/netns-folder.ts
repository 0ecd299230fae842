/**
 * The folder of named network namespaces: ip-netns(8).
 *
 * @module
 */
import { closeSync, constants, mkdirSync, openSync } from "node:fs";

import { lock } from "../flock.ts";
import { KernelError } from "../libc.ts";
import { bind, makeShared } from "../mount.ts";
import { EntryError, step } from "./entry-error.ts";

/** NETNS_RUN_DIR of iproute2 as Debian builds it; elsewhere it is `/var/run/netns`, which leads here */
export const FOLDER = "/run/netns";

/** Returns the path of a name's file */
export function entryFile(name: string): string {
  return `${FOLDER}/${name}`;
}

/**
 * Creates the folder, and makes it a shared mount: mounts in it then appear and disappear in all mount
 * namespaces copied from this one, and a namespace without a name ends everywhere.
 *
 * Equivalent to: `mkdir -p /run/netns && mount --make-rshared /run/netns`, with a bind mount first where it
 * is not a mount
 *
 * @throws {EntryError} `EACCES`, `EPERM` without CAP_SYS_ADMIN
 */
export function prepareFolder(): void {
  step(`mkdir ${FOLDER} failed`, makeFolder);
  const folder = step(`Cannot open netns runtime directory "${FOLDER}"`, () =>
    openSync(FOLDER, constants.O_RDONLY | constants.O_DIRECTORY),
  );
  try {
    // Two processes at once would mount it twice, and each mount doubles the earlier ones: Debian's bug
    // 949235
    lock(folder);
    share();
  } finally {
    closeSync(folder);
  }
}

function makeFolder(): void {
  try {
    mkdirSync(FOLDER, 0o755);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

function share(): void {
  const makeItShared = () => makeShared(FOLDER);
  const action = `mount --make-shared ${FOLDER} failed`;
  try {
    makeItShared();
  } catch (error) {
    if (!(error instanceof KernelError)) throw error;
    if (error.code !== "EINVAL") throw new EntryError(action, error);
    // It is a folder, not yet a mount
    step(`mount --bind ${FOLDER} ${FOLDER} failed`, () => bind(FOLDER, FOLDER));
    step(action, makeItShared);
  }
}
