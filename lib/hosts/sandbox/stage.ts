/**
 * Root's files, made readable for the sandbox, which is nobody to the machine: once its user namespace is made,
 * `/root` is closed to it.
 *
 * @module
 */
import { closeSync, constants, existsSync, mkdirSync, openSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

import { bind, detach, makePrivate, makeReadOnly, makeWritable, mount } from "../../netlink/mount.ts";
import { inNewMounts } from "../../netlink/namespaces.ts";
import { showReadOnly } from "../root/copy-on-write.ts";
import { copyFileForAll, copyFolderForAll } from "./copy-for-all.ts";
import { closedFolder, isOpenToAll } from "./open-to-all.ts";
import type { UserNamespace } from "./user-namespace.ts";

/** A kept file or folder, held by a descriptor, as its path will be covered */
interface Held {
  readonly path: string;
  readonly fd: number;
  readonly isFolder: boolean;
  readonly isReadable: boolean;
}

/**
 * Starts something in a mount namespace where the kept files can be read by anybody, at their own paths.
 *
 * A folder on the way that is closed to others is covered with an open one, in which only the kept files are. What others
 * may not read at all (a clone made under umask 077) is copied.
 *
 * @param kept paths without symbolic links, folders before what is in them
 * @param start synchronous, as the calling thread is in that namespace only meanwhile
 */
export function stage<T>(kept: readonly string[], userNamespace: UserNamespace, start: () => T): T {
  const closed =
    userNamespace === "unused ids" ? kept.filter((path) => closedFolder(path) !== null || !isOpenToAll(path)) : [];
  if (closed.length === 0) return start();
  return inNewMounts(() => {
    makePrivate();
    forbidWriting();
    openUp(closed);
    return { started: start() };
  }).started;
}

/**
 * Makes all that is mounted read-only, so that no mistake can reach a file of the machine: only what is mounted later is
 * writable. Not `/proc` and `/sys`, since the kernel lets a user namespace mount none that may do more than those.
 */
function forbidWriting(): void {
  makeReadOnly("/");
  for (const path of ["/proc", "/sys"]) makeWritable(path);
}

/** Covers what is closed, and shows the kept files there again */
function openUp(paths: readonly string[]): void {
  const umask = process.umask(0o022);
  const held = paths.map(hold);
  const covers = new Set(paths.map(closedFolder).filter((folder) => folder !== null));
  for (const cover of covers) mount("tmpfs", cover, "mode=755");
  for (const item of held) {
    if (item.isFolder) bringFolder(item);
    else bringFile(item);
    closeSync(item.fd);
  }
  process.umask(umask);
}

function hold(path: string): Held {
  const fd = openSync(path, constants.O_RDONLY);
  return { path, fd, isFolder: statSync(path).isDirectory(), isReadable: isOpenToAll(path) };
}

function bringFolder({ path, fd, isReadable }: Held): void {
  mkdirSync(path, { recursive: true });
  if (isReadable) return showReadOnly(`/proc/self/fd/${fd}`, path);
  mount("tmpfs", path, "mode=755");
  copyFolderForAll(`/proc/self/fd/${fd}`, path);
}

/** It may have come along with a folder before it */
function bringFile({ path, fd, isReadable }: Held): void {
  if (existsSync(path)) {
    if (!isReadable) replaceFile(path, fd);
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  if (!isReadable) return copyFileForAll(`/proc/self/fd/${fd}`, path);
  writeFileSync(path, "");
  showReadOnly(`/proc/self/fd/${fd}`, path);
}

/** Mounts a copy over a file, beside neighbours that stay as they are: made on a tmpfs that hides them meanwhile */
function replaceFile(path: string, fd: number): void {
  const place = openSync(path, constants.O_RDONLY);
  const folder = dirname(path);
  mount("tmpfs", folder, "mode=755");
  const copied = join(folder, basename(path));
  copyFileForAll(`/proc/self/fd/${fd}`, copied);
  bind(copied, `/proc/self/fd/${place}`);
  detach(folder);
  closeSync(place);
}
