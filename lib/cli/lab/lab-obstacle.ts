import type { LockedLab } from "../../labs/lab-lock.ts";
import { stateOf } from "../../labs/lab-state.ts";
import { unrecordedHosts } from "../../labs/unrecorded.ts";
import type { LabName } from "../../values/name/lab-name.ts";

/**
 * Returns what exists of a lab: `null` for nothing, `gone`, or a description of one that is up.
 *
 * @throws {LabError} when its record can't be read
 */
export function obstacleTo(lab: LabName, locked: LockedLab): string | null {
  const old = locked.read();
  if (old === null) return unrecordedHosts(lab, null).length === 0 ? null : ", but its record is lost";
  if (stateOf(old).state === "gone") return "gone";
  return old.recipe === null ? ", with no recipe" : `, with the recipe ${old.recipe.name}`;
}
