/**
 * All labs of this user.
 *
 * @module
 */
import { readdirSync } from "node:fs";

import { BadValue } from "../values/bad-value.ts";
import { type LabName, parseLabName } from "../values/name/lab-name.ts";
import { filesOf, readLab } from "./lab-folder.ts";
import type { LabRecord, Unreadable } from "./record.ts";
import { findStateFolder } from "./state-folder.ts";

/** A lab by its name, and what its record says */
export interface NamedLab {
  readonly name: LabName;
  readonly record: LabRecord | Unreadable;
}

/**
 * The labs that are up, or have been, by name.
 *
 * @throws {LabError} when the folder of labs is not this user's alone
 */
export function listLabs(): readonly NamedLab[] {
  const state = findStateFolder();
  if (state === null) return [];
  return namesIn(state).flatMap((name) => {
    const record = readLab(filesOf(state, name));
    return record === null ? [] : [{ name, record }];
  });
}

/** The names of the folders of labs, also of those that have no record yet */
export function namesIn(state: string): readonly LabName[] {
  return readdirSync(state)
    .toSorted()
    .flatMap((name) => {
      try {
        return [parseLabName(name)];
      } catch (error) {
        // Not ours: nothing that we make has such a name
        if (error instanceof BadValue) return [];
        throw error;
      }
    });
}
