/**
 * Whether a container's command can be run, before anything is started.
 *
 * @module
 */
import { accessSync, constants, existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

import { DockerFailure } from "../failure.ts";
import type { ContainerSettings } from "./container.ts";

/**
 * Looks a command up as execvp(3) will; in the container's root.
 *
 * @throws {DockerFailure} in the words of Docker's runtime: 127 not found, 126 not executable
 */
export function requireProgram({ command, environment, workingFolder }: ContainerSettings): void {
  const [program = ""] = command;
  const places = program.includes("/")
    ? [resolve(workingFolder, program)]
    : searchPath(environment).map((folder) => join(folder, program));
  if (places.some(isProgram)) return;
  const found = places.find((place) => program.includes("/") && existsSync(place));
  if (found !== undefined) throw refused(program, "permission denied", 126);
  throw refused(
    program,
    program.includes("/") ? "no such file or directory" : "executable file not found in $PATH",
    127,
  );
}

function searchPath(environment: readonly string[]): readonly string[] {
  const path = environment.findLast((entry) => entry.startsWith("PATH="));
  return (path ?? "").slice("PATH=".length).split(":");
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** runc's words, as the client of Docker 20.10 shows them */
function refused(program: string, reason: string, exitCode: number): DockerFailure {
  const where = program.includes("/") ? `stat ${program}: ${reason}` : `"${program}": ${reason}`;
  const detail = reason === "permission denied" ? `exec: "${program}": permission denied` : `exec: ${where}`;
  return new DockerFailure(
    `Error response from daemon: OCI runtime create failed: container_linux.go: starting container process caused: ${detail}: unknown.`,
    exitCode,
  );
}
