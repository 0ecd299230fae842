/**
 * Packs the image's files into an archive. The same files give the same archive.
 *
 * @module
 */
import { chmodSync, copyFileSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

import { SYSTEM_PATH } from "../../programs.ts";
import { type Copied, FOLDERS, PROGRAMS, TEXTS } from "./contents.ts";

/**
 * A minimal environment: the user's own could select another tar, or make it run something as root
 * (`TAR_OPTIONS`)
 */
const ENVIRONMENT = { PATH: SYSTEM_PATH, LC_ALL: "C" } as const;

/** Lays the image out in a folder */
export function layOut(root: string, files: readonly Copied[]): void {
  for (const folder of FOLDERS) mkdirSync(join(root, folder), { recursive: true });
  chmodSync(join(root, "tmp"), 0o1777);
  for (const [path, text] of Object.entries(TEXTS)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  for (const { from, to } of files) {
    mkdirSync(dirname(join(root, to)), { recursive: true });
    copyFileSync(from, join(root, to));
    chmodSync(join(root, to), 0o755);
  }
  for (const path of appletPaths(join(root, "bin/busybox"))) {
    const link = join(root, path);
    if (existsSync(link)) continue;
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync("/bin/busybox", link);
  }
}

/** The paths at which BusyBox installs its applets, except those taken by the machine's own programs */
function appletPaths(busybox: string): readonly string[] {
  const own = new Set<string>(Object.keys(PROGRAMS));
  const { stdout } = Bun.spawnSync([busybox, "--list-full"], { env: ENVIRONMENT });
  return stdout
    .toString()
    .trim()
    .split("\n")
    .filter((path) => !own.has(basename(path)));
}

/**
 * Packs a folder into a tar archive.
 *
 * Equivalent to: `tar --create --file $archive --directory $root .`
 */
export function pack(root: string, archive: string): void {
  const same = ["--sort=name", "--mtime=@0", "--owner=0", "--group=0", "--numeric-owner", "--format=posix"];
  const times = "--pax-option=exthdr.name=%d/PaxHeaders/%f,delete=atime,delete=ctime";
  const { exitCode, stderr } = Bun.spawnSync(
    ["tar", "--create", `--file=${archive}`, ...same, times, `--directory=${root}`, "."],
    { env: ENVIRONMENT },
  );
  if (exitCode !== 0) throw new Error(`Cannot pack the image base: tar says ${stderr.toString().trim()}`);
}
