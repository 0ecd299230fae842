import { dirname } from "node:path";

import { PROJECT } from "./self.ts";

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
 * @param recipe its file, by a path without symbolic links
 */
export function keptPaths(recipe: string): readonly string[] {
  const folder = dirname(recipe);
  const beside = OWN.has(folder) || folder === process.env["HOME"] ? [recipe] : [folder, recipe];
  const isProjects = recipe.startsWith(`${PROJECT}/`);
  return [PROJECT, process.execPath, ...(isProjects ? [] : beside)].toSorted();
}
