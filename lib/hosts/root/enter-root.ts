/**
 * The root of a throw-away host: a copy-on-write view of the machine, which is never written to.
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

/** Folders that most machines have and few need; the new root is built in a tmpfs over one of them */
const PLACES = ["/mnt", "/srv", "/media", "/opt", "/home", "/tmp"] as const;

/** Adds the mounts of one kind of host to the root under construction */
export type Furnish = (root: string) => void;

/**
 * Replaces the root of this process's mount namespace with a copy-on-write view of the machine. It runs as
 * root in the host's namespaces.
 *
 * @param kept files and folders that must be there, read-only, at the same paths; folders come before their
 * contents
 * @throws {KernelError} when a mount is refused
 */
export function enterHostRoot(kept: readonly string[], furnish: Furnish): void {
  makePrivate();
  // From here on no mistake can write to a file of the machine: only later mounts are writable
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

/** Chooses a folder to build in that hides nothing that must be kept */
function placeFor(kept: readonly string[]): string {
  const hidesNone = (place: string) => !kept.some((path) => `${path}/`.startsWith(`${place}/`));
  // On some systems `/mnt` is a link to `/var/mnt`
  const places = PLACES.filter((candidate) => existsSync(candidate)).map((candidate) => realpathSync(candidate));
  const place = places.find(hidesNone);
  if (place === undefined)
    throw new Error(`Cannot find a folder to build the host in: none of ${PLACES.join(", ")} is free`);
  return place;
}

/**
 * Shows a kept file or folder at its own path. A folder is overlaid: root of the host could remount a
 * read-only bind writable, but can never reach an overlay's lower layer.
 */
function keep(path: string, { root, written }: Scaffold, kept: readonly string[]): void {
  const target = join(root, path);
  if (statSync(path).isDirectory()) {
    mkdirSync(target, { recursive: true });
    // A descriptor, because commas and colons separate an overlay's options
    const folder = openSync(path, constants.O_RDONLY);
    layOver(`/proc/self/fd/${folder}`, target, join(written, `kept.${kept.indexOf(path)}`));
    closeSync(folder);
    makeReadOnly(target);
    return;
  }
  // It is already visible as part of its folder
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

/** Reports whether root of the host could write to a file by its mode and owner, mounts aside */
function isWritableByMode(file: string): boolean {
  const { uid, mode } = statSync(file);
  return uid === 0 || (mode & OTHERS_WRITE) !== 0;
}

const OTHERS_WRITE = 0o002;
