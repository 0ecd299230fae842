import { readdirSync } from "node:fs";

import { step } from "./entry-error.ts";
import { FOLDER } from "./folder.ts";

/**
 * The names of network namespaces, in the folder's own order; also those of links that dangle, and of files that are none.
 *
 * Equivalent to: `ip netns list`
 *
 * @throws {EntryError} `ENOENT` when there is no folder, as before the first name; `EACCES` when it is closed to who asks
 */
export function listEntries(): readonly string[] {
  return step(`Failed to open directory ${FOLDER}`, () => readdirSync(FOLDER));
}
