/** Replaces the machine's own programs and files, for functions in a test's own namespaces. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { bind, detach, mount } from "../../../lib/netlink/mount.ts";

/** Hides a folder behind an empty one */
export function emptied(folder: string): string {
  mount("tmpfs", folder, "mode=755");
  return folder;
}

/** Replaces a folder's programs by these, each with these lines of a shell script */
export function programsAt(folder: string, programs: Readonly<Record<string, string>>): void {
  emptied(folder);
  for (const [name, lines] of Object.entries(programs)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${lines}\n`);
    chmodSync(join(folder, name), 0o755);
  }
}

/** Replaces an existing file's text, even a kernel file's; writes to it go nowhere else */
export function textAt(file: string, text: string): void {
  const folder = mkdtempSync("/tmp/wirework-test-");
  emptied(folder);
  const written = join(folder, "text");
  writeFileSync(written, text);
  bind(written, file);
  detach(folder);
  rmdirSync(folder);
}

/** Creates folders, and files with these texts; a path that ends with a slash is a folder */
export function filesAt(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(path.endsWith("/") ? file : join(file, ".."), { recursive: true });
    if (!path.endsWith("/")) writeFileSync(file, text);
  }
}

/** Hides programs of the machine: they are found, but can't be executed */
export function hidden(...names: readonly string[]): void {
  const folders = ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin"];
  for (const place of names.flatMap((name) => folders.map((folder) => join(folder, name)))) {
    if (existsSync(place)) textAt(realpathSync(place), "");
  }
}
