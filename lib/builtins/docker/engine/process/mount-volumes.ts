/**
 * Mounts volumes in a container's root under construction.
 *
 * @module
 */
import { closeSync, existsSync, mkdirSync, readdirSync, readlinkSync, statSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";

import { KernelError } from "../../../../netlink/libc.ts";
import { bind, makeReadOnly } from "../../../../netlink/mount.ts";
import { openInRoot } from "../../../../netlink/open-in-root.ts";
import { DaemonFailure } from "../../../../programs/docker/failure.ts";
import type { Volume } from "../container.ts";
import { copyFiles } from "../images/copy-files.ts";

/**
 * Mounts volumes below a root under construction, outer ones first.
 *
 * Equivalent to: `mount --bind -o $mode $path $root/$target`
 *
 * @throws {DaemonFailure} for a folder on a file, or the reverse, in runc's words
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
  // Opened again, since the earlier descriptor is below the mount
  using mounted = opened(root, target);
  makeReadOnly(mounted.path);
}

/**
 * An open file, with a path to its descriptor that stays valid whatever is mounted or linked over its own
 * path, also for other programs
 */
interface Opened extends Disposable {
  readonly path: string;
}

/** Opens a path. `/proc` shows our id of the outer PID namespace, as it is not mounted anew yet */
function opened(root: string, path: string): Opened {
  const fd = openInRoot(root, path);
  return { path: `/proc/${readlinkSync("/proc/self")}/fd/${fd}`, [Symbol.dispose]: () => closeSync(fd) };
}

/** Finds the mount point as the container will see it, and creates it if missing */
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

/** Copies the image's files at the target into an empty volume of the engine's */
function fill(path: string, place: string): void {
  if (readdirSync(path).length === 0 && statSync(place).isDirectory() && readdirSync(place).length > 0)
    copyFiles(place, path);
}

/** Words a failure as runc does */
function unmountable({ path, target }: Volume, reason: string): DaemonFailure {
  const mounting = `error mounting "${path}" to rootfs at "${target}": ${reason}`;
  return new DaemonFailure(`unable to start container process: error during container init: ${mounting}`);
}

const ADVICE =
  "Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type";

function mismatch({ path, target }: Volume): string {
  return `mount ${path}:${target} (via /proc/self/fd/6), flags: 0x5000: not a directory: unknown: ${ADVICE}`;
}
