/**
 * Finds running labs without a record: the session manager may have removed it, or it is torn.
 *
 * @module
 */
import { type HolderInSight, holdersInSight } from "../hosts/holders-in-sight.ts";
import type { LabName } from "../values/name/lab-name.ts";
import { namedBy } from "./label.ts";
import { readLab } from "./lab-folder.ts";
import { lockIfFree } from "./lab-lock.ts";
import type { LabRecord, ThrowAwayHost, Unreadable } from "./lab-record.ts";
import { findStateFolder } from "./state-folder.ts";

/** A running lab without a record */
export interface UnrecordedLab {
  readonly name: LabName;
  readonly host: ThrowAwayHost;
}

/** Finds those of this user; a lab that is just coming up does not count */
export function unrecordedLabs(): readonly UnrecordedLab[] {
  const state = findStateFolder();
  return labsInSight().filter(({ name, host }) => {
    const found = state === null ? "absent" : lockIfFree(state, name);
    if (typeof found === "string") return found === "absent";
    // Checked under the lock: its last holder may just have written the record
    using locked = found;
    return !isRecorded(host, readLab(locked.files));
  });
}

/** Finds hosts of a lab that its record does not mention, for a caller that holds its lock */
export function unrecordedHosts(name: LabName, record: LabRecord | Unreadable | null): readonly ThrowAwayHost[] {
  return labsInSight().flatMap((lab) => (lab.name === name && !isRecorded(lab.host, record) ? [lab.host] : []));
}

function isRecorded({ holder }: ThrowAwayHost, record: LabRecord | Unreadable | null): boolean {
  // A record of another version's belongs to that version
  if (record !== null && "reason" in record) return record.reason === "unknown schema";
  if (record === null || record.host.kind === "host") return false;
  const { pid, start, boot } = record.host.holder;
  return holder.pid === pid && holder.start === start && holder.boot === boot;
}

function labsInSight(): readonly UnrecordedLab[] {
  return holdersInSight().flatMap((holder) => labOf(holder) ?? []);
}

/** Returns the lab of a holder; `null` when its record belongs in another folder */
function labOf({ label, kind, holder }: HolderInSight): UnrecordedLab | null {
  const name = namedBy(label);
  return name === null ? null : { name, host: { kind, holder } };
}
