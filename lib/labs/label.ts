/**
 * Labels of holders, by which a lab is found again when its record is lost.
 *
 * @module
 */
import { readlinkSync } from "node:fs";

import { BadValue } from "../values/bad-value.ts";
import { type LabName, parseLabName } from "../values/name/lab-name.ts";
import { stateFolderPath } from "./state-folder.ts";

/**
 * Returns a lab's label: its name and the path of its record. The same path in another mount namespace or
 * session is another folder, with labs that are unknown here.
 */
export function labelOf(name: LabName): string {
  return `${name} ${readlinkSync("/proc/self/ns/mnt")} ${stateFolderPath()}`;
}

/** Returns the name of a labelled lab; `null` when its record belongs in another folder */
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
