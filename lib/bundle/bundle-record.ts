/**
 * The record of the last bundle, beside it: the modules that it was built from.
 *
 * @module
 */
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { bundledFile, ENTRY_POINTS } from "./entry-points.ts";

/** The folder of bundles in a project */
export const BUNDLES = "node_modules/.wirework";

/** A module: its path in the project, time of change, size, and inode; any edit changes one of them */
export type Module = readonly [path: string, changed: number, size: number, file: number];

interface Record {
  /** The bundle's folder, beside the record */
  readonly folder: string;
  readonly bun: string;
  readonly modules: readonly Module[];
}

/** A project's bundle: up to date, outdated (with the time of the last change), or missing */
export type Bundle =
  | { readonly kind: "fresh"; readonly folder: string }
  | { readonly kind: "old"; readonly changed: number }
  | { readonly kind: "none" };

/** Returns a module's present state; `null` when it is gone */
export function moduleNow(project: string, path: string): Module | null {
  const found = statSync(`${project}/${path}`, { throwIfNoEntry: false });
  return found === undefined ? null : [path, found.mtimeMs, found.size, found.ino];
}

/** Finds a project's bundle, and compares it with the present modules */
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

/** Writes the record; readers see the old version or the new one */
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
    // It is missing, unreadable, or incomplete, so a new one is built
    return null;
  }
}

function recordOf(project: string): string {
  return join(project, BUNDLES, "record.json");
}
