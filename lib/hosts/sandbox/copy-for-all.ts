/**
 * Makes copies that everybody can read.
 *
 * @module
 */
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readlinkSync, symlinkSync } from "node:fs";
import { join } from "node:path";

/**
 * Parts of a project that its program does not read: history, tests, development dependencies. Bun is kept by
 * its own path
 */
const LEFT_OUT = /\/(?:\.git|test|node_modules\/(?!(?:\.wirework|zx|minimist|ipaddr\.js)$)[^/]+)$/;

/** Copies a file, readable and executable for everyone */
export function copyFileForAll(source: string, target: string): void {
  copyFileSync(source, target);
  chmodSync(target, 0o755);
}

/** Copies the files that a program in a folder consists of into an existing folder */
export function copyFolderForAll(source: string, target: string): void {
  for (const entry of readdirSync(source, { withFileTypes: true })) {
    const [from, to] = [join(source, entry.name), join(target, entry.name)];
    if (LEFT_OUT.test(to)) continue;
    if (entry.isSymbolicLink()) symlinkSync(readlinkSync(from), to);
    else if (entry.isFile()) copyFileForAll(from, to);
    else if (entry.isDirectory()) {
      mkdirSync(to);
      chmodSync(to, 0o755);
      copyFolderForAll(from, to);
    }
  }
}
