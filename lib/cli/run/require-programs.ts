import { existsSync } from "node:fs";
import { join } from "node:path";

import { LabError } from "../../labs/lab-error.ts";
import type { ThrowAwayLab } from "../lab/find-lab.ts";
import { PROJECT } from "../self.ts";

/** Programs that run in a lab to look at it */
const PROGRAMS = [process.execPath, join(PROJECT, "lib/cli/main.ts")];

/**
 * Requires that our programs exist on a lab's host, which has those of the wirework that made it.
 *
 * @throws {LabError} when that is another one, and ours can't be seen from there
 */
export function requirePrograms({ name, host, project }: Pick<ThrowAwayLab, "name" | "host" | "project">): void {
  const isSeen = (path: string) => existsSync(`/proc/${host.holder.pid}/root${path}`);
  if (project === PROJECT || PROGRAMS.every(isSeen)) return;
  throw new LabError(
    `Cannot use the lab "${name}": wirework in another folder made it, ${project}`,
    "a lab has only the programs of the wirework that made it",
    `the same with ${join(project, "scripts/wirework")}`,
  );
}
