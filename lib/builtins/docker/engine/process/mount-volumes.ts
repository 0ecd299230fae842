/**
 * Volumes in a container's root under construction.
 *
 * @module
 */
import { closeSync, existsSync, mkdirSync, readdirSync, readlinkSync, statSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";

import { KernelError } from "../../../../netlink/libc.ts";
import { bind, makeReadOnly } from "../../../../netlink/mount.ts";
import { openInRoot } from "../../../../netlink/open-in-root.ts";
import { DaemonFailure } from "../../failure.ts";
import type { Volume } from "../container.ts";
import { copyFiles } from "../images/copy-files.ts";

/**
 * Mounts volumes below a root under construction, outer ones first.
 *
 * Equivalent to: `mount --bind -o $mode $path $root/$target`
 *
 * @throws {DaemonFailure} for a folder upon a file, or the reverse, in runc's words
 */
export function mountVolumes(root: string, volumes: readonly Volume[]): void {
  for (const volume of volumes.toSorted((one, other) => one.target.length - other.target.length))
    mountVolume(root, volume);
}

function mountVolume(root: string, volume: Volume): void {
  const { path, target, mode } = volume;
  if (/^\/proc(?:\/|$)/.test(target))
    throw unmountable(volume, `"${root}/proc" cannot be mounted because it is not of type proc`);
  if (!existsSync(path)) throw unmountable(volume, `stat ${path}: not a directory: unknown: ${ADVICE}`);
  const kind = statSync(path).isDirectory() ? "folder" : "file";
  using place = placeIn(root, target, kind);
  if (volume.kind !== "folder") fill(path, place.path);
  try {
    bind(path, place.path);
  } catch (error) {
    throw error instanceof KernelError && error.code === "ENOTDIR" ? unmountable(volume, mismatch(volume)) : error;
  }
  if (mode === "rw") return;
  // Opened again, since what was open is below the mount
  using mounted = opened(root, target);
  makeReadOnly(mounted.path);
}

/** A file that is open, by a path that leads to it whatever is mounted or linked where it was found, also for programs */
interface Opened extends Disposable {
  readonly path: string;
}

/** Our id as `/proc` has it, which is not yet that of the namespace of process ids that we are in */
function opened(root: string, path: string): Opened {
  const fd = openInRoot(root, path);
  return { path: `/proc/${readlinkSync("/proc/self")}/fd/${fd}`, [Symbol.dispose]: () => closeSync(fd) };
}

/** Finds the place as the container will, and makes it where it isn't there */
function placeIn(root: string, target: string, kind: "folder" | "file"): Opened {
  try {
    return opened(root, target);
  } catch (error) {
    if (!(error instanceof KernelError) || error.code !== "ENOENT") throw error;
  }
  using folder = placeIn(root, posix.dirname(target), "folder");
  const place = join(folder.path, posix.basename(target));
  if (kind === "folder") mkdirSync(place);
  else writeFileSync(place, "");
  return opened(root, target);
}

/** An empty volume of the engine's own begins with what the image has there */
function fill(path: string, place: string): void {
  if (readdirSync(path).length === 0 && statSync(place).isDirectory() && readdirSync(place).length > 0)
    copyFiles(place, path);
}

/** In runc's words */
function unmountable({ path, target }: Volume, reason: string): DaemonFailure {
  const mounting = `error mounting "${path}" to rootfs at "${target}": ${reason}`;
  return new DaemonFailure(`unable to start container process: error during container init: ${mounting}`);
}

const ADVICE =
  "Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type";

function mismatch({ path, target }: Volume): string {
  return `mount ${path}:${target} (via /proc/self/fd/6), flags: 0x5000: not a directory: unknown: ${ADVICE}`;
}
