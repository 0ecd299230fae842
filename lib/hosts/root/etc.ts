/**
 * A throw-away host's `/etc`: a copy, since an overlay of real root's folder can't be written to by anyone else.
 *
 * @module
 */
import { copyFileSync, type Dirent, mkdirSync, readdirSync, readlinkSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { mount } from "../../netlink/mount.ts";

/** Often links into `/run`, which is empty in here: their content is copied */
const FOLLOWED: ReadonlySet<string> = new Set(["/etc/resolv.conf", "/etc/hosts", "/etc/hostname"]);

/** What the owner of a file said when it may not be read, and what a dangling link says */
const LEFT_OUT: ReadonlySet<string> = new Set(["EACCES", "EPERM", "ENOENT"]);

/** Fills the new root's `/etc` with what may be read of the present one; Docker's options always start empty */
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
