/**
 * The folder that `docker build` is given.
 *
 * @module
 */
import { lstatSync, readdirSync, statSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";

import { DockerFailure } from "../failure.ts";

/** What stands for a Dockerfile that comes by the standard input */
export const STANDARD_INPUT = "-";

/** tar(5): a header, contents in whole blocks, and two empty blocks at the end */
const BLOCK = 512;

/**
 * Where the Dockerfile is: in the folder, or where `--file` says.
 *
 * @throws {DockerFailure} when there is none, in the client's words
 */
export function findDockerfile(folder: string, file: string | null): string {
  if (/^(?:https?|git):\/\/|^git@|^github\.com\//.test(folder))
    throw new DockerFailure(`unable to prepare context: the sandbox has no way out to ${folder}`);
  if (!isThere(folder)) throw new DockerFailure(`unable to prepare context: path "${folder}" not found`);
  if (!statSync(folder).isDirectory())
    throw new DockerFailure(`unable to prepare context: context must be a directory: ${resolve(folder)}`);
  const named = file === null || file === "" ? join(folder, "Dockerfile") : file;
  const path = isAbsolute(named) ? named : resolve(named);
  if (isThere(path)) return path;
  const missing = `lstat ${path}: no such file or directory`;
  throw new DockerFailure(`unable to prepare context: unable to evaluate symlinks in Dockerfile path: ${missing}`);
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** How much the client would send: a tar archive of the folder, or of a Dockerfile of that many bytes */
export function contextSize(folder: string, dockerfile: number): number {
  const entries = folder === STANDARD_INPUT ? entrySize(dockerfile) : sizeOf(folder);
  return entries + 2 * BLOCK;
}

function entrySize(content: number): number {
  return BLOCK + Math.ceil(content / BLOCK) * BLOCK;
}

function sizeOf(folder: string): number {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .map((path) => {
      const entry = lstatSync(path);
      if (entry.isDirectory()) return BLOCK + sizeOf(path);
      return entrySize(entry.isFile() ? entry.size : 0);
    })
    .reduce((sum, size) => sum + size, 0);
}
