/**
 * A copy-on-write view of the current root folder.
 *
 * @module
 */
import { mkdirSync, readdirSync, readlinkSync, symlinkSync } from "node:fs";
import { join } from "node:path";

import { bind, makeReadOnly, mount } from "../../netlink/mount.ts";
import { KernelError } from "../../netlink/libc.ts";

/** The folders of a root under construction, all on one tmpfs */
export interface Scaffold {
  /** The future `/` */
  readonly root: string;
  /** The upper layers of the overlays */
  readonly written: string;
}

/** Folders that can't be overlaid, or that every root needs of its own */
export const OWN_FOLDERS: ReadonlySet<string> = new Set([
  "proc",
  "sys",
  "dev",
  "run",
  "tmp",
  "root",
  "mnt",
  "lost+found",
]);

/**
 * Mounts a tmpfs over an existing folder to build the new root in. Only this mount namespace sees it, and
 * nothing is left behind.
 *
 * @param place an existing folder, hidden from now on
 */
export function raiseScaffold(place: string): Scaffold {
  mount("tmpfs", place, "mode=755");
  const root = join(place, "root");
  const written = join(place, "written");
  mkdirSync(root);
  mkdirSync(written);
  // pivot_root(2) requires a mount point
  bind(root, root);
  return { root, written };
}

/**
 * Fills the new root with copy-on-write views of the top-level folders, and with empty folders in place of
 * the excluded ones.
 *
 * Each folder has its own overlay: `/` itself can't be overlaid because its mounts are locked together.
 *
 * @param except further folders to leave empty
 */
export function mirrorTopLevel(scaffold: Scaffold, except: readonly string[]): void {
  for (const entry of readdirSync("/", { withFileTypes: true })) {
    const target = join(scaffold.root, entry.name);
    if (entry.isSymbolicLink()) symlinkSync(readlinkSync(`/${entry.name}`), target);
    if (!entry.isDirectory()) continue;
    mkdirSync(target);
    if (OWN_FOLDERS.has(entry.name) || except.includes(entry.name)) continue;
    layOver(`/${entry.name}`, target, join(scaffold.written, entry.name));
  }
}

/**
 * Shows a folder at a second path; writes go to a third one.
 *
 * A folder that can't be overlaid (with a file mounted in it, on two overlays already, or on a kernel older
 * than 5.11) is shown read-only: nothing reaches the original either way.
 *
 * Equivalent to: `mount -t overlay …`, as {@linkcode overlay} does
 */
export function layOver(folder: string, target: string, written: string): void {
  try {
    overlay([folder], target, written);
  } catch (error) {
    if (!(error instanceof KernelError)) throw error;
    showReadOnly(folder, target);
  }
}

/**
 * Shows several folders as one: earlier ones hide later ones, and writes go to another folder.
 *
 * Equivalent to: `mount -t overlay -o lowerdir=$folders,upperdir=$written,workdir=$written.work,userxattr
 * overlay $target`
 *
 * @param written the upper layer, created if missing; what an earlier overlay has left in it is visible again
 * @throws {KernelError} with mount(2)'s code
 */
export function overlay(folders: readonly string[], target: string, written: string): void {
  mkdirSync(written, { recursive: true });
  mkdirSync(`${written}.work`, { recursive: true });
  mount("overlay", target, `lowerdir=${folders.join(":")},upperdir=${written},workdir=${written}.work,userxattr`);
}

/**
 * Shows a folder or file at a second path, read-only.
 *
 * Equivalent to: `mount --rbind -o ro $source $target`
 */
export function showReadOnly(source: string, target: string): void {
  bind(source, target);
  makeReadOnly(target);
}

/**
 * Mounts an empty tmpfs on each folder that the new root must not share: they hold the machine's sockets,
 * locks and secrets.
 */
export function ownFolders(root: string): void {
  mount("tmpfs", join(root, "root"), "mode=700");
  mount("tmpfs", join(root, "run"), "mode=755");
  mount("tmpfs", join(root, "tmp"), "mode=1777");
  mkdirSync(join(root, "run/lock"));
}
