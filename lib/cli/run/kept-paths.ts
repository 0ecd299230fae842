import { statSync } from "node:fs";
import { dirname } from "node:path";

import { PROJECT } from "../self.ts";

/** Folders that a sandbox has its own of: of these a recipe brings itself only, and no neighbours */
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
 * What must be readable in the sandbox: the project, Bun, and the recipe with its folder; folders come before what is in
 * them.
 *
 * @param recipe its file, by a path without symbolic links; `null` when there is none
 */
export function keptPaths(recipe: string | null): readonly string[] {
  if (recipe === null) return [PROJECT, process.execPath].toSorted();
  const folder = dirname(recipe);
  const alone = OWN.has(folder) || folder === process.env["HOME"] || isClosed(folder);
  const beside = alone ? [recipe] : [folder, recipe];
  const isProjects = recipe.startsWith(`${PROJECT}/`);
  return [PROJECT, process.execPath, ...(isProjects ? [] : beside)].toSorted();
}

/** A folder that root alone may look into may hold secrets: its recipe is shown, its neighbours are not */
function isClosed(folder: string): boolean {
  const mode = statSync(folder, { throwIfNoEntry: false })?.mode ?? OTHERS_LOOK;
  return process.geteuid?.() === 0 && (mode & OTHERS_LOOK) !== OTHERS_LOOK;
}

/** Others may list it and enter it */
const OTHERS_LOOK = 0o005;
