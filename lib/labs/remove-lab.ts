import { existsSync } from "node:fs";

import type { LabName } from "../values/name/lab-name.ts";
import { readLab, unreadable } from "./lab-folder.ts";
import type { LockedLab } from "./lab-lock.ts";
import { requireWhole, undoAndForget } from "./machine/undo-run.ts";
import { stateOf } from "./lab-state.ts";
import type { LabRecord } from "./lab-record.ts";
import { PartlyUndone } from "./machine/partly-undone.ts";
import { takeDown } from "./take-down.ts";
import { unrecordedHosts } from "./unrecorded.ts";

/** The state of a lab before its removal */
export type Was = "up" | "gone" | "absent";

/**
 * Removes a lab with everything under its name, waits until nothing is left, and forgets it.
 *
 * @throws {LabError} when another version has made it
 * @throws {PartlyUndone} when something of a lab on this machine itself could not be undone, or a lab is out of sight
 */
export async function removeLab(name: LabName, locked: LockedLab): Promise<Was> {
  const record = readLab(locked.files);
  if (record !== null && "reason" in record && record.reason === "unknown schema")
    throw unreadable(locked.files, record);
  if (record !== null && !("reason" in record)) requireInSight(record);
  // Hosts without a record: after a logout for example, or when the record is torn
  const unrecorded = unrecordedHosts(name, record);
  for (const host of unrecorded) await takeDown(host);
  if ((record === null || "reason" in record) && existsSync(locked.files.journal)) {
    // A lab on this machine itself: only the journal knows what to undo
    requireWhole(locked.files.journal, null);
    await undoAndForget(name, locked);
    return "up";
  }
  if (record === null) return unrecorded.length === 0 ? "absent" : "up";
  if ("reason" in record) {
    locked.forget();
    return unrecorded.length === 0 ? "gone" : "up";
  }
  if (record.host.kind === "host") {
    if (record.host.stage === "up") requireWhole(locked.files.journal, record.host.sum);
    await undoAndForget(name, locked);
    return "up";
  }
  const { state } = stateOf(record);
  await takeDown(record.host);
  locked.forget();
  return state === "gone" ? "gone" : "up";
}

/** Requires a lab to be one of which this process can see whether it is up */
function requireInSight(record: LabRecord): void {
  const now = stateOf(record);
  if (now.state !== "out of sight") return;
  const { name } = record;
  throw new PartlyUndone(name, [
    { of: `the lab ${name}`, why: now.why, try: `wirework down ${name}, where it was made` },
  ]);
}
