/**
 * Checks that a command can run in a container.
 *
 * @module
 */
import { accessSync, closeSync, constants, statSync } from "node:fs";
import { join, resolve } from "node:path";

import { KernelError } from "../../../../netlink/libc.ts";
import { openInRoot } from "../../../../netlink/open-in-root.ts";

/** A command and its surroundings */
export interface Command {
  readonly command: readonly string[];
  readonly environment: readonly string[];
  readonly workingFolder: string;
}

/**
 * The reason why a command can't run, in runc's words, and the resulting exit status: 127 not found, 126 not
 * executable, 128 anything else
 */
export interface Obstacle {
  readonly reason: string;
  readonly exitCode: 126 | 127 | 128;
}

/**
 * Looks a command up as execvp(3) will, and checks its working folder.
 *
 * @param pid a process in the container, whose root is searched
 * @returns `null` when the command can run
 */
export function findObstacle(pid: number, { command, environment, workingFolder }: Command): Obstacle | null {
  const root = `/proc/${pid}/root`;
  if (!workingFolder.startsWith("/")) return { reason: "Cwd must be an absolute path: unknown", exitCode: 128 };
  if (look(root, workingFolder) === null) return missingFolder(workingFolder);
  const [program = ""] = command;
  const isPath = program.includes("/");
  const found = placesOf({ command, environment, workingFolder }).map((place) => look(root, place));
  if (found.includes("program")) return null;
  if (isPath && found.some((there) => there !== null)) return unusable(`"${program}": permission denied`, 126);
  if (isPath) return unusable(`"${program}": stat ${program}: no such file or directory`, 127);
  return unusable(`"${program}": executable file not found in $PATH`, 127);
}

/** Lists the candidate files of a command in execvp(3)'s order */
export function placesOf({ command, environment, workingFolder }: Command): readonly string[] {
  const [program = ""] = command;
  if (program.includes("/")) return [resolve(workingFolder, program)];
  return searchPath(environment).map((folder) => join(folder, program));
}

function searchPath(environment: readonly string[]): readonly string[] {
  const path = environment.findLast((entry) => entry.startsWith("PATH="));
  return (path ?? "").slice("PATH=".length).split(":");
}

/** Returns the kind of a file: a program, something else, or nothing */
function look(root: string, place: string): "program" | "other" | null {
  try {
    const fd = openInRoot(root, place);
    const file = `/proc/self/fd/${fd}`;
    const isProgram = statSync(file).isFile() && isExecutable(file);
    closeSync(fd);
    return isProgram ? "program" : "other";
  } catch (error) {
    if (error instanceof KernelError) return null;
    throw error;
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function missingFolder(folder: string): Obstacle {
  const words = `chdir to cwd ("${folder}") set in config.json failed: no such file or directory`;
  return { reason: `unable to start container process: ${words}: unknown`, exitCode: 127 };
}

function unusable(what: string, exitCode: 126 | 127): Obstacle {
  return { reason: `unable to start container process: exec: ${what}: unknown`, exitCode };
}
