/**
 * A throw-away host's root: the machine as it is, with nothing written to it ever.
 *
 * @module
 */
import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  realpathSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

import { makePrivate, makeReadOnly, pivotRoot } from "../../netlink/mount.ts";
import { layOver, mirrorTopLevel, ownFolders, raiseScaffold, type Scaffold, showReadOnly } from "./copy-on-write.ts";
import { mountDevices } from "./devices.ts";
import { mountKernelFiles } from "./kernel-files.ts";
import { copyEtc } from "./etc.ts";

/** Folders that most machines have and few need: one of them is hidden under the scaffold while it stands */
const PLACES = ["/mnt", "/srv", "/media", "/opt", "/home", "/tmp"] as const;

/** Mounts what only one kind of host has, below the root under construction */
export type Furnish = (root: string) => void;

/**
 * Makes this process's mount namespace a copy-on-write image of the machine, and its root the new one.
 * Runs in the namespaces of the host, as its root.
 *
 * @param kept files and folders that must be there, read-only, at the very same paths, folders before what is in them
 * @throws {KernelError} when a mount is refused
 */
export function enterHostRoot(kept: readonly string[], furnish: Furnish): void {
  makePrivate();
  // From here on no mistake can reach a file of the machine: only what is mounted later is writable
  makeReadOnly("/");
  const place = placeFor(kept);
  const scaffold = raiseScaffold(place);
  const { root } = scaffold;
  mirrorTopLevel(scaffold, dirname(place) === "/" ? ["etc", basename(place)] : ["etc"]);
  ownFolders(root);
  copyEtc(root);
  mountDevices(root);
  mountKernelFiles(root);
  furnish(root);
  for (const path of kept) keep(path, scaffold, kept);
  pivotRoot(root);
}

/** Somewhere to build that hides none of what must be kept */
function placeFor(kept: readonly string[]): string {
  const hidesNone = (place: string) => !kept.some((path) => `${path}/`.startsWith(`${place}/`));
  // On some systems `/mnt` is a link to `/var/mnt`
  const places = PLACES.filter((candidate) => existsSync(candidate)).map((candidate) => realpathSync(candidate));
  const place = places.find(hidesNone);
  if (place === undefined)
    throw new Error(`Cannot find a folder to build the host on: none of ${PLACES.join(", ")} is free`);
  return place;
}

/**
 * Shows a kept file or folder at its own path. A folder is laid over: the host's root could make a read-only view of it
 * writable again, but never what an overlay lies upon.
 */
function keep(path: string, { root, written }: Scaffold, kept: readonly string[]): void {
  const target = join(root, path);
  if (statSync(path).isDirectory()) {
    mkdirSync(target, { recursive: true });
    // By descriptor, as an overlay's options are divided at commas and colons
    const folder = openSync(path, constants.O_RDONLY);
    layOver(`/proc/self/fd/${folder}`, target, join(written, `kept.${kept.indexOf(path)}`));
    closeSync(folder);
    makeReadOnly(target);
    return;
  }
  // It came along with its folder
  if (kept.some((folder) => path.startsWith(`${folder}/`)) && isReadable(target)) return;
  mkdirSync(dirname(target), { recursive: true });
  if (isWritableByMode(path)) copyFileSync(path, target);
  else {
    if (!existsSync(target)) writeFileSync(target, "");
    showReadOnly(path, target);
  }
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether the host's root could write to a file, were it not for how it is mounted */
function isWritableByMode(file: string): boolean {
  const { uid, mode } = statSync(file);
  return uid === 0 || (mode & OTHERS_WRITE) !== 0;
}

const OTHERS_WRITE = 0o002;
