/**
 * Checks whether other users can read files.
 *
 * @module
 */
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

const OTHERS_READ = 0o004;
const OTHERS_ENTER = 0o001;

/** Parts of a project that its program reads; the others need not be readable */
const READ = [
  "lib",
  "recipes",
  "node_modules/.wirework",
  "node_modules/zx",
  "node_modules/minimist",
  "node_modules/ipaddr.js",
] as const;

/** Returns the topmost folder on the way to a path that others can't enter; `null` when there is none */
export function closedFolder(path: string): string | null {
  const parent = dirname(path);
  const above = parent === path ? null : closedFolder(parent);
  if (above !== null) return above;
  return parent !== path && !has(parent, OTHERS_ENTER) ? parent : null;
}

/** Reports whether others can read a file or a folder; of a project, only what its program reads counts */
export function isOpenToAll(path: string): boolean {
  if (!statSync(path).isDirectory()) return has(path, OTHERS_READ);
  if (!has(path, OTHERS_READ | OTHERS_ENTER)) return false;
  return READ.map((folder) => join(path, folder))
    .filter((folder) => existsSync(folder))
    .every(isTreeOpen);
}

function isTreeOpen(folder: string): boolean {
  try {
    return isOpen(folder);
  } catch (error) {
    // A bundle that is being built is renamed a moment later
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return true;
    throw error;
  }
}

function isOpen(folder: string): boolean {
  if (!has(folder, OTHERS_READ | OTHERS_ENTER)) return false;
  return readdirSync(folder, { withFileTypes: true }).every((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? isTreeOpen(path) : entry.isSymbolicLink() || has(path, OTHERS_READ);
  });
}

function has(path: string, bits: number): boolean {
  return (statSync(path).mode & bits) === bits;
}
