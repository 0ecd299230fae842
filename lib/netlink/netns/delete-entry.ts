import { unlinkSync } from "node:fs";

import { KernelError } from "../libc.ts";
import { detach } from "../mount.ts";
import { step } from "./entry-error.ts";
import { entryFile } from "./netns-folder.ts";

/**
 * Deletes the name of a network namespace, which ends unless a process is in it. A symbolic link there is
 * deleted as well, whatever its target.
 *
 * Equivalent to: `ip netns delete $name`
 *
 * @throws {EntryError} `ENOENT` when there is no such name, `EBUSY` when it is another user's mount
 */
export function deleteEntry(name: string): void {
  const file = entryFile(name);
  unmount(file);
  step(`Cannot remove namespace file "${file}"`, () => unlinkSync(file));
}

/** Ignores what is not mounted; other problems show in unlink(2) */
function unmount(file: string): void {
  try {
    detach(file);
  } catch (error) {
    if (!(error instanceof KernelError)) throw error;
  }
}
