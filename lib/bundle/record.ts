/**
 * The record of the bundle that was made last, beside it: of which modules it was made.
 *
 * @module
 */
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { bundledFile, ENTRY_POINTS } from "./entry-points.ts";

/** Where bundles are, in a project */
export const BUNDLES = "node_modules/.wirework";

/** A module, by its path in the project, when it was changed, its size, and which file it is: a change changes one of them */
export type Module = readonly [path: string, changed: number, size: number, file: number];

interface Record {
  /** The folder of the bundle, beside the record */
  readonly folder: string;
  readonly bun: string;
  readonly modules: readonly Module[];
}

/** A project's bundle: of its modules as they are, of others (one of which was changed last at a time), or none */
export type Bundle =
  | { readonly kind: "fresh"; readonly folder: string }
  | { readonly kind: "old"; readonly changed: number }
  | { readonly kind: "none" };

/** A module as it is now; `null` when it is gone */
export function moduleNow(project: string, path: string): Module | null {
  const found = statSync(`${project}/${path}`, { throwIfNoEntry: false });
  return found === undefined ? null : [path, found.mtimeMs, found.size, found.ino];
}

/** Looks for a project's bundle, and whether it is still what would be made now */
export function findBundle(project: string): Bundle {
  const record = readRecord(project);
  if (record === null || record.bun !== Bun.version_with_sha) return { kind: "none" };
  const other = record.modules.find((module) => !isAsItWas(project, module));
  if (other !== undefined) return { kind: "old", changed: moduleNow(project, other[0])?.[1] ?? 0 };
  const folder = join(project, BUNDLES, record.folder);
  const isWhole = ENTRY_POINTS.every((entry) => existsSync(bundledFile(folder, entry)));
  return isWhole ? { kind: "fresh", folder } : { kind: "none" };
}

function isAsItWas(project: string, [path, changed, size, file]: Module): boolean {
  const now = moduleNow(project, path);
  return now !== null && now[1] === changed && now[2] === size && now[3] === file;
}

/** Writes the record; readers see the old one or the new one */
export function writeRecord(project: string, folder: string, modules: readonly Module[]): void {
  const record: Record = { folder, bun: Bun.version_with_sha, modules };
  const unfinished = join(project, BUNDLES, folder, "record.json");
  writeFileSync(unfinished, JSON.stringify(record));
  renameSync(unfinished, recordOf(project));
}

function readRecord(project: string): Record | null {
  try {
    return JSON.parse(readFileSync(recordOf(project), "utf8")) as Record; // written by writeRecord()
  } catch {
    // Not there, not for us, or not whole: made anew
    return null;
  }
}

function recordOf(project: string): string {
  return join(project, BUNDLES, "record.json");
}
