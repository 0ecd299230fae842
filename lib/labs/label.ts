/**
 * What a lab's holder is known by when its record is lost.
 *
 * @module
 */
import { readlinkSync } from "node:fs";

import { BadValue } from "../values/bad-value.ts";
import { type LabName, parseLabName } from "../values/name/lab-name.ts";
import { stateFolderPath } from "./state-folder.ts";

/**
 * The label of a lab: its name, and where its record is. A folder of the same path in another mount namespace, or of another
 * session's, has labs of its own, of which nothing here knows.
 */
export function labelOf(name: LabName): string {
  return `${name} ${readlinkSync("/proc/self/ns/mnt")} ${stateFolderPath()}`;
}

/** The name of the lab that a label is of; `null` when its record would not be here */
export function namedBy(label: string): LabName | null {
  const [first = ""] = label.split(" ");
  try {
    const name = parseLabName(first);
    return label === labelOf(name) ? name : null;
  } catch (error) {
    if (error instanceof BadValue) return null;
    throw error;
  }
}
