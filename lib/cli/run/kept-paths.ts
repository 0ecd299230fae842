import { statSync } from "node:fs";
import { dirname } from "node:path";

import { PROJECT } from "../self.ts";

/** Folders that a sandbox has of its own: a recipe in one of them is shown without its neighbours */
const OWN: ReadonlySet<string> = new Set([
  "/",
  "/dev",
  "/etc",
  "/mnt",
  "/proc",
  "/root",
  "/run",
  "/sys",
  "/tmp",
  "/var/run",
]);

/**
 * Lists what must be readable in the sandbox: the project, Bun, and the recipe with its folder; folders come
 * before their contents.
 *
 * @param recipe its path without symbolic links; `null` when there is none
 */
export function keptPaths(recipe: string | null): readonly string[] {
  if (recipe === null) return [PROJECT, process.execPath].toSorted();
  const folder = dirname(recipe);
  const alone = OWN.has(folder) || folder === process.env["HOME"] || isClosed(folder);
  const beside = alone ? [recipe] : [folder, recipe];
  const isProjects = recipe.startsWith(`${PROJECT}/`);
  return [PROJECT, process.execPath, ...(isProjects ? [] : beside)].toSorted();
}

/**
 * Reports whether only root may read a folder, which may hold secrets: its recipe is shown, its neighbours
 * are not
 */
function isClosed(folder: string): boolean {
  const mode = statSync(folder, { throwIfNoEntry: false })?.mode ?? OTHERS_LOOK;
  return process.geteuid?.() === 0 && (mode & OTHERS_LOOK) !== OTHERS_LOOK;
}

/** Mode bits that let others list and enter a folder */
const OTHERS_LOOK = 0o005;
