/**
 * Complaints, in the words of `ip`.
 *
 * @module
 */

import { Complaint } from "../../complaint.ts";

/** What `ip` says of a link that is not there; nodev() of its lib/utils.c */
export function noDevice(name: string): Complaint {
  return new Complaint(`Cannot find device "${name}"`);
}

/** What `ip` says of a word that it can make nothing of, as it exits with -1; invarg() of its lib/utils.c */
export function wrongArgument(word: string, reason: string): Complaint {
  return new Complaint(`Error: argument "${word}" is wrong: ${reason}\n`, 255);
}
