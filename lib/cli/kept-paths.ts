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

/** What must be readable in the sandbox: the project, Bun, and the recipe's folder */
export function keptPaths(recipe: string): readonly string[] {
  const folder = dirname(recipe);
  const beside = OWN.has(folder) || folder === process.env["HOME"] ? recipe : folder;
  const isProjects = `${beside}/`.startsWith(`${PROJECT}/`);
  return isProjects ? [PROJECT, process.execPath] : [PROJECT, process.execPath, beside];
}
