/**
 * Names network namespaces as `ip netns` does, so that each can delete what the other has made.
 *
 * @module
 */
import { closeSync, constants, openSync, unlinkSync } from "node:fs";

import { bind } from "../mount.ts";
import { deleteEntry } from "./delete-entry.ts";
import { step } from "./entry-error.ts";
import { entryFile, prepareFolder } from "./netns-folder.ts";
import { makeNetwork } from "./network.ts";

/**
 * Creates a named network namespace. It lives until the name is deleted and no process is in it.
 *
 * Equivalent to: `ip netns add $name`
 *
 * @param name 1 to 255 bytes without a slash, and neither `.` nor `..`
 * @throws {EntryError} `EEXIST` when the name is taken, `EPERM` without CAP_SYS_ADMIN; nothing is left of it
 * then
 */
export function addEntry(name: string): void {
  prepareFolder();
  addPrepared(name);
}

/**
 * Creates several named network namespaces. When one can't be made, those before it stay, as with `ip
 * -batch`.
 *
 * Equivalent to: `ip -batch -`, with a line `netns add $name` each
 *
 * @throws {EntryError} as {@linkcode addEntry} does, for the first that can't be made
 */
export function addEntries(names: readonly string[]): void {
  prepareFolder();
  for (const name of names) addPrepared(name);
}

function addPrepared(name: string): void {
  const file = makeFile(name);
  try {
    using network = step(`Failed to create a new network namespace "${name}"`, makeNetwork);
    mountAt(file, `/proc/self/fd/${network.fd}`, "/proc/self/ns/net");
  } catch (error) {
    deleteEntry(name);
    throw error;
  }
}

/**
 * Names the network namespace of a process.
 *
 * Equivalent to: `ip netns attach $name $pid`
 *
 * @param name as for {@linkcode addEntry}
 * @throws {EntryError} `EEXIST` when the name is taken, `ENOENT` when there is no such process
 */
export function attachEntry(name: string, pid: number): void {
  prepareFolder();
  const file = makeFile(name);
  try {
    mountAt(file, `/proc/${pid}/ns/net`, `/proc/${pid}/ns/net`);
  } catch (error) {
    step(`Cannot remove namespace file "${file}"`, () => unlinkSync(file));
    throw error;
  }
}

/**
 * Creates the file to mount over. Nobody may read it: when another process unmounts it, it must name no
 * network
 */
function makeFile(name: string): string {
  const file = entryFile(name);
  step(`Cannot create namespace file "${file}"`, () =>
    closeSync(openSync(file, constants.O_RDONLY | constants.O_CREAT | constants.O_EXCL, 0)),
  );
  return file;
}

/**
 * Mounts a network namespace on a name's file.
 *
 * @param shown the path of the namespace in the message of `ip netns`, which enters it at that point
 */
function mountAt(file: string, network: string, shown: string): void {
  step(`Bind ${shown} -> ${file} failed`, () => bind(network, file));
}
