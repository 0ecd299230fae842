/**
 * Makes root's closed files readable in the mount namespace where it starts, reports that, and keeps the
 * namespace until its input ends.
 *
 *   unshare --mount --propagation=private -- bun staging.ts PATH…
 *
 * The paths have no symbolic links; folders come before their contents.
 *
 * @module
 */
import { closeSync, constants, existsSync, mkdirSync, openSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

import { bind, detach, makeReadOnly, makeWritable, mount } from "../../netlink/mount.ts";
import { showReadOnly } from "../root/copy-on-write.ts";
import { copyFileForAll, copyFolderForAll } from "./copy-for-all.ts";
import { closedFolder, isOpenToAll } from "./open-to-all.ts";

/** A kept file or folder, held by a descriptor because its path will be covered */
interface Held {
  readonly path: string;
  readonly fd: number;
  readonly isFolder: boolean;
  readonly isReadable: boolean;
}

process.umask(0o022);
forbidWriting();
openUp(process.argv.slice(2)); // given by stage()
console.log("ready");
await Bun.stdin.bytes();

/**
 * Makes every mount read-only, so that no mistake can write to a file of the machine; only later mounts are
 * writable. `/proc` and `/sys` are excepted: a user namespace may only mount ones with at most the rights of
 * these.
 */
function forbidWriting(): void {
  makeReadOnly("/");
  for (const path of ["/proc", "/sys"]) makeWritable(path);
}

/** Covers closed folders, and shows the kept files there again */
function openUp(paths: readonly string[]): void {
  const held = paths.map(hold);
  const covers = new Set(paths.map(closedFolder).filter((folder) => folder !== null));
  for (const cover of covers) mount("tmpfs", cover, "mode=755");
  for (const item of held) {
    if (item.isFolder) bringFolder(item);
    else bringFile(item);
    closeSync(item.fd);
  }
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

/** Shows a kept file, unless its folder has brought it already */
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

/**
 * Mounts a copy over a single file and leaves its neighbours; the copy is made on a tmpfs that hides them
 * meanwhile
 */
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
