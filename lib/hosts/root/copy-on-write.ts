/**
 * A root folder that looks like the present one and takes every write for itself.
 *
 * @module
 */
import { mkdirSync, readdirSync, readlinkSync, symlinkSync } from "node:fs";
import { join } from "node:path";

import { bind, makeReadOnly, mount } from "../../netlink/mount.ts";
import { KernelError } from "../../netlink/libc.ts";

/** The folders of a root under construction, all on one tmpfs */
export interface Scaffold {
  /** What will be `/` */
  readonly root: string;
  /** Where overlays keep what is written */
  readonly written: string;
}

/** Folders that the kernel forbids to lay over, or that every root needs for itself */
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
 * Raises the scaffold on a tmpfs over an existing folder, so that nothing is left behind; this mount namespace
 * alone sees it.
 *
 * @param place an existing folder, hidden from now on
 */
export function raiseScaffold(place: string): Scaffold {
  mount("tmpfs", place, "mode=755");
  const root = join(place, "root");
  const written = join(place, "written");
  mkdirSync(root);
  mkdirSync(written);
  // pivot_root(2) wants a mount point
  bind(root, root);
  return { root, written };
}

/**
 * Fills the new root with the present one's top-level folders, copy-on-write, and the empty places of the others.
 *
 * One overlay a folder: `/` itself can't be laid over, as its mounts are locked together.
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
 * Shows a folder at a second place, where writes go to a third one.
 *
 * What can't be laid over (a folder with a file mounted in it, a third overlay upon two, a kernel older than 5.11)
 * is shown read-only: still nothing reaches the original.
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
 * Shows several folders as one, of which the first ones hide the later ones; writes go to another.
 *
 * Equivalent to: `mount -t overlay -o lowerdir=$folders,upperdir=$written,workdir=$written.work,userxattr overlay $target`
 *
 * @param written made where it isn't there: what an earlier overlay has left in it is seen again
 * @throws {KernelError} with mount(2)'s code
 */
export function overlay(folders: readonly string[], target: string, written: string): void {
  mkdirSync(written, { recursive: true });
  mkdirSync(`${written}.work`, { recursive: true });
  mount("overlay", target, `lowerdir=${folders.join(":")},upperdir=${written},workdir=${written}.work,userxattr`);
}

/**
 * Shows a folder or file at a second place, read-only.
 *
 * Equivalent to: `mount --rbind -o ro $source $target`
 */
export function showReadOnly(source: string, target: string): void {
  bind(source, target);
  makeReadOnly(target);
}

/**
 * Gives the new root empty folders of its own, on a tmpfs each, so that none of the machine's sockets,
 * locks and secrets are in them.
 */
export function ownFolders(root: string): void {
  mount("tmpfs", join(root, "root"), "mode=700");
  mount("tmpfs", join(root, "run"), "mode=755");
  mount("tmpfs", join(root, "tmp"), "mode=1777");
  mkdirSync(join(root, "run/lock"));
}
