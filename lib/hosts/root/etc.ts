/**
 * A throw-away host's `/etc`: a copy, because only real root can write to an overlay of real root's folder.
 *
 * @module
 */
import { copyFileSync, type Dirent, mkdirSync, readdirSync, readlinkSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { mount } from "../../netlink/mount.ts";

/** Files that are often links into `/run`, which is empty in the host: their contents are copied */
const FOLLOWED: ReadonlySet<string> = new Set(["/etc/resolv.conf", "/etc/hosts", "/etc/hostname"]);

/** Errors of files that are skipped: unreadable files, and dangling links */
const LEFT_OUT: ReadonlySet<string> = new Set(["EACCES", "EPERM", "ENOENT"]);

/**
 * Copies the readable part of the current `/etc` into the new root, except Docker's options, which always
 * start empty
 */
export function copyEtc(root: string): void {
  const etc = join(root, "etc");
  mount("tmpfs", etc, "mode=755");
  copyReadable("/etc", etc);
  mkdirSync(join(etc, "default"), { recursive: true });
  writeFileSync(join(etc, "default/docker"), "");
}

function copyReadable(source: string, target: string): void {
  for (const entry of readdirSync(source, { withFileTypes: true })) {
    try {
      copyEntry(entry, join(source, entry.name), join(target, entry.name));
    } catch (error) {
      if (!LEFT_OUT.has((error as NodeJS.ErrnoException).code ?? "")) throw error;
    }
  }
}

function copyEntry(entry: Dirent, source: string, target: string): void {
  if (entry.isDirectory()) {
    mkdirSync(target);
    copyReadable(source, target);
  } else if (entry.isFile() || FOLLOWED.has(source)) {
    copyFileSync(source, target);
  } else if (entry.isSymbolicLink()) {
    symlinkSync(readlinkSync(source), target);
  }
}
