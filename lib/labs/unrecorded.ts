/**
 * Labs that run, and of which no record says so: the session manager has removed it, for example, or it is torn.
 *
 * @module
 */
import { type HolderInSight, holdersInSight } from "../hosts/holders-in-sight.ts";
import type { LabName } from "../values/name/lab-name.ts";
import { namedBy } from "./label.ts";
import { readLab } from "./lab-folder.ts";
import { lockIfFree } from "./lab-lock.ts";
import type { LabRecord, ThrowAwayHost, Unreadable } from "./record.ts";
import { findStateFolder } from "./state-folder.ts";

/** Such a lab */
export interface UnrecordedLab {
  readonly name: LabName;
  readonly host: ThrowAwayHost;
}

/** Those of this user; one that comes up just now is none */
export function unrecordedLabs(): readonly UnrecordedLab[] {
  const state = findStateFolder();
  return labsInSight().filter(({ name, host }) => {
    const found = state === null ? "absent" : lockIfFree(state, name);
    if (typeof found === "string") return found === "absent";
    // Asked with the lock: who had it before may just have written the record
    using locked = found;
    return !isRecorded(host, readLab(locked.files));
  });
}

/** The hosts of a lab of that name which its record does not tell of, for who has locked it */
export function unrecordedHosts(name: LabName, record: LabRecord | Unreadable | null): readonly ThrowAwayHost[] {
  return labsInSight().flatMap((lab) => (lab.name === name && !isRecorded(lab.host, record) ? [lab.host] : []));
}

function isRecorded({ holder }: ThrowAwayHost, record: LabRecord | Unreadable | null): boolean {
  // One that another version has written is another version's
  if (record !== null && "reason" in record) return record.reason === "unknown schema";
  if (record === null || record.host.kind === "host") return false;
  const { pid, start, boot } = record.host.holder;
  return holder.pid === pid && holder.start === start && holder.boot === boot;
}

function labsInSight(): readonly UnrecordedLab[] {
  return holdersInSight().flatMap((holder) => labOf(holder) ?? []);
}

/** `null` when its record would be somewhere else */
function labOf({ label, kind, holder }: HolderInSight): UnrecordedLab | null {
  const name = namedBy(label);
  return name === null ? null : { name, host: { kind, holder } };
}
