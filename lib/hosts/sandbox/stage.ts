/**
 * Root's files, made readable for the sandbox, which is nobody to the machine: once its user namespace is made,
 * `/root` is closed to it.
 *
 * @module
 */
import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

import { makePrivate, mount } from "../../netlink/mount.ts";
import { inNewMounts } from "../../netlink/namespaces.ts";
import { showReadOnly } from "../root/copy-on-write.ts";
import { closedFolder, isOpenToAll } from "./open-to-all.ts";
import type { UserNamespace } from "./user-namespace.ts";

/** A project's history, tests, and the dependencies that its program has no use for; Bun itself is kept by its own path */
const LEFT_OUT = /\/(?:\.git|test|node_modules\/(?!(?:zx|minimist|ipaddr\.js)$)[^/]+)$/;

/**
 * Starts something in a mount namespace where the kept files can be read by anybody, at their own paths.
 *
 * A folder on the way that is closed to others is covered with an open one, in which only the kept files are. What others
 * may not read at all (a clone made under umask 077) is copied.
 *
 * @param start synchronous, as the calling thread is in that namespace only meanwhile
 */
export function stage<T>(kept: readonly string[], userNamespace: UserNamespace, start: () => T): T {
  const closed =
    userNamespace === "unused ids" ? kept.filter((path) => closedFolder(path) !== null || !isOpenToAll(path)) : [];
  if (closed.length === 0) return start();
  return inNewMounts(() => {
    makePrivate();
    openUp(closed);
    return { started: start() };
  }).started;
}

/** Covers what is closed, and shows the kept files there again: found before they are covered, by descriptor */
function openUp(paths: readonly string[]): void {
  const held = paths.map((path) => ({
    path,
    fd: openSync(path, constants.O_RDONLY),
    isFolder: statSync(path).isDirectory(),
    isReadable: isOpenToAll(path),
  }));
  const covers = new Set(held.map(({ path, isFolder }) => closedFolder(path) ?? (isFolder ? path : dirname(path))));
  for (const cover of covers) mount("tmpfs", cover, "mode=755");
  for (const { path, fd, isFolder, isReadable } of held) {
    // What came along with a folder before it is the original, which is not to be touched
    if (isFolder || !existsSync(path)) bring(`/proc/self/fd/${fd}`, path, isFolder, isReadable);
    closeSync(fd);
  }
}

function bring(source: string, path: string, isFolder: boolean, isReadable: boolean): void {
  mkdirSync(isFolder ? path : dirname(path), { recursive: true, mode: 0o755 });
  if (!isReadable) return copy(source, path, isFolder);
  if (!isFolder) writeFileSync(path, "");
  showReadOnly(source, path);
}

/** Copies what a program is made of, readable by everyone */
function copy(source: string, path: string, isFolder: boolean): void {
  if (!isFolder) {
    copyFileSync(source, path);
    chmodSync(path, 0o755);
    return;
  }
  for (const entry of readdirSync(source, { withFileTypes: true })) {
    const [from, to] = [join(source, entry.name), join(path, entry.name)];
    if (LEFT_OUT.test(to)) continue;
    if (entry.isDirectory()) {
      mkdirSync(to, { recursive: true });
      copy(from, to, true);
    } else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(from), to);
    else copy(from, to, false);
  }
}
