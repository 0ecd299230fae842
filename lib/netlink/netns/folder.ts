/**
 * The folder where network namespaces have names: ip-netns(8).
 *
 * @module
 */
import { closeSync, constants, mkdirSync, openSync } from "node:fs";

import { lock } from "../flock.ts";
import { KernelError } from "../libc.ts";
import { bind, makeShared } from "../mount.ts";
import { EntryError, step } from "./entry-error.ts";

/** NETNS_RUN_DIR of iproute2, as Debian builds it; others have `/var/run/netns`, which leads here */
export const FOLDER = "/run/netns";

/** The file of a name */
export function entryFile(name: string): string {
  return `${FOLDER}/${name}`;
}

/**
 * Makes the folder, where there is none, and a shared mount of it: what is mounted in it, or unmounted, then is so in all
 * mount namespaces that were made of this one, and a network that nobody names any more is gone.
 *
 * Equivalent to: `mkdir -p /run/netns && mount --make-rshared /run/netns`, with a bind mount of it where it is none
 *
 * @throws {EntryError} `EACCES`, `EPERM` without CAP_SYS_ADMIN
 */
export function prepareFolder(): void {
  step(`mkdir ${FOLDER} failed`, makeFolder);
  const folder = step(`Cannot open netns runtime directory "${FOLDER}"`, () =>
    openSync(FOLDER, constants.O_RDONLY | constants.O_DIRECTORY),
  );
  try {
    // Two at once would mount it twice, and each mount doubles the ones before: Debian's bug 949235
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
    // It is a mount's folder, and not a mount
    step(`mount --bind ${FOLDER} ${FOLDER} failed`, () => bind(FOLDER, FOLDER));
    step(action, makeItShared);
  }
}
