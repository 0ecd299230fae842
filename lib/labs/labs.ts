/**
 * Lists all labs of this user.
 *
 * @module
 */
import { readdirSync } from "node:fs";

import { BadValue } from "../values/bad-value.ts";
import { type LabName, parseLabName } from "../values/name/lab-name.ts";
import { filesOf, readLab } from "./lab-folder.ts";
import type { LabRecord, Unreadable } from "./lab-record.ts";
import { findStateFolder } from "./state-folder.ts";

/** A lab's name and record */
export interface NamedLab {
  readonly name: LabName;
  readonly record: LabRecord | Unreadable;
}

/**
 * Lists labs that are up or were up, by name.
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

/** Reports whether a lab has a folder, and so has been made, or is being made */
export function hasFolder(name: LabName): boolean {
  const state = findStateFolder();
  return state !== null && namesIn(state).includes(name);
}

/** Lists the names in the folder of labs, including labs without a record yet */
export function namesIn(state: string): readonly LabName[] {
  return readdirSync(state)
    .toSorted()
    .flatMap((name) => {
      try {
        return [parseLabName(name)];
      } catch (error) {
        // Not a lab's folder: its name is not a lab's name
        if (error instanceof BadValue) return [];
        throw error;
      }
    });
}
