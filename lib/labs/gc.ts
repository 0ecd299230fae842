/**
 * Removes what crashed commands and reboots have left of labs; a lab that is up is left alone.
 *
 * @module
 */
import { sweepCgroups } from "../hosts/docker/cgroups.ts";
import type { LabName } from "../values/name/lab-name.ts";
import { readLab } from "./lab-folder.ts";
import { lockIfFree } from "./lab-lock.ts";
import { stateOf } from "./lab-state.ts";
import { namesIn } from "./labs.ts";
import { removeLab } from "./remove-lab.ts";
import { findStateFolder } from "./state-folder.ts";
import { takeDown } from "./take-down.ts";
import { unrecordedLabs } from "./unrecorded.ts";

/** A removed leftover, and the reason for its removal */
export interface Removed {
  readonly name: string;
  readonly why: string;
}

/**
 * Removes all leftovers, except those that another command is working on.
 *
 * @throws {LabError} when the folder of labs is not this user's alone
 */
export async function collectGarbage(): Promise<readonly Removed[]> {
  const state = findStateFolder();
  const removed: Removed[] = state === null ? [] : await removeUseless(state);
  for (const { name, host } of unrecordedLabs()) {
    await takeDown(host);
    removed.push({ name, why: "it had no record" });
  }
  if (process.geteuid?.() === 0)
    for (const name of sweepCgroups()) removed.push({ name, why: "its host ended and left its cgroups" });
  return removed;
}

async function removeUseless(state: string): Promise<Removed[]> {
  const removed: Removed[] = [];
  for (const name of namesIn(state)) {
    const why = await removeIfUseless(state, name);
    if (why !== null) removed.push({ name, why });
  }
  return removed;
}

/** Removes a lab's folder when it is useless, and returns the reason; `null` when it stays */
async function removeIfUseless(state: string, name: LabName): Promise<string | null> {
  const found = lockIfFree(state, name);
  if (typeof found === "string") return null;
  using locked = found;
  const record = readLab(locked.files);
  if (record === null) {
    await removeLab(name, locked);
    locked.forget();
    return "it never came up";
  }
  if ("reason" in record) {
    if (record.reason !== "torn") return null;
    await removeLab(name, locked);
    return "its record was damaged";
  }
  const now = stateOf(record);
  // The lock is free, so its run was interrupted
  if (now.state !== "gone" && now.state !== "unfinished") return null;
  await removeLab(name, locked);
  return now.why;
}
