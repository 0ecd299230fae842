import { unlinkSync } from "node:fs";

import { KernelError } from "../libc.ts";
import { detach } from "../mount.ts";
import { step } from "./entry-error.ts";
import { entryFile } from "./folder.ts";

/**
 * Takes the name of a network namespace away, which is gone with it unless something is in it. A link there is removed as
 * well, wherever it leads.
 *
 * Equivalent to: `ip netns delete $name`
 *
 * @throws {EntryError} `ENOENT` when there is no such name, `EBUSY` when it is a mount of another user's
 */
export function deleteEntry(name: string): void {
  const file = entryFile(name);
  unmount(file);
  step(`Cannot remove namespace file "${file}"`, () => unlinkSync(file));
}

/** What is not mounted needs no unmounting, and the rest unlink(2) complains of */
function unmount(file: string): void {
  try {
    detach(file);
  } catch (error) {
    if (!(error instanceof KernelError)) throw error;
  }
}
