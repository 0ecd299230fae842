/**
 * Error messages of `ip`, in its own words.
 *
 * @module
 */

import { Complaint } from "../../complaint.ts";

/** The message for a missing link; nodev() of its lib/utils.c */
export function noDevice(name: string): Complaint {
  return new Complaint(`Cannot find device "${name}"`);
}

/** The message for a word that `ip` cannot use; it exits with -1: invarg() of its lib/utils.c */
export function wrongArgument(word: string, reason: string): Complaint {
  return new Complaint(`Error: argument "${word}" is wrong: ${reason}\n`, 255);
}
