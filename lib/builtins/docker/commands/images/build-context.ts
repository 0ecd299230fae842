/**
 * The build context, the folder given to `docker build`.
 *
 * @module
 */
import { lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";

import { DaemonFailure, DockerFailure } from "../../../../programs/docker/failure.ts";

/** The name of a Dockerfile on the standard input */
const STANDARD_INPUT = "-";

/** tar(5): a header, contents in whole blocks, and two empty blocks at the end */
const BLOCK = 512;

/**
 * Finds the Dockerfile: in the folder, or at the path of `--file`.
 *
 * @returns `null` for the standard input
 * @throws {DockerFailure} when there is none, in the client's words
 */
export function findDockerfile(folder: string, file: string | null): string | null {
  if (folder === STANDARD_INPUT && file === STANDARD_INPUT)
    throw new DockerFailure("invalid argument: can't use stdin for both build context and dockerfile");
  if (folder === STANDARD_INPUT) return null;
  if (/^(?:https?|git):\/\/|^git@|^github\.com\//.test(folder))
    throw new DockerFailure(`unable to prepare context: the sandbox has no way out to ${folder}`);
  if (!isThere(folder)) throw new DockerFailure(`unable to prepare context: path "${folder}" not found`);
  if (!statSync(folder).isDirectory())
    throw new DockerFailure(`unable to prepare context: context must be a directory: ${resolve(folder)}`);
  if (file === STANDARD_INPUT) return null;
  const named = file === null || file === "" ? join(folder, "Dockerfile") : file;
  const path = isAbsolute(named) ? named : resolve(named);
  if (isThere(path)) return path;
  const missing = `lstat ${path}: no such file or directory`;
  throw new DockerFailure(`unable to prepare context: unable to evaluate symlinks in Dockerfile path: ${missing}`);
}

/**
 * Reads a Dockerfile.
 *
 * @throws {DaemonFailure} for a folder, in Docker's words
 */
export function readDockerfile(path: string): string {
  if (statSync(path).isDirectory())
    throw new DaemonFailure(`unexpected error reading Dockerfile: read ${path}: is a directory`);
  return readFileSync(path, "utf8");
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/**
 * Returns the number of bytes that the client would send: a tar archive of the folder, or of a Dockerfile of
 * that size
 */
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
