import { lstatSync, mkdirSync } from "node:fs";
import { join } from "node:path";

/**
 * Finds the user's cache folder, which nobody else can write to. The rules are the launcher's.
 *
 * `${XDG_CACHE_HOME:-$HOME/.cache}/wirework`, else a folder in `/tmp`.
 *
 * @throws {Error} when neither can be used
 */
export function cacheFolder(): string {
  const { XDG_CACHE_HOME = "", HOME = "/nonexistent" } = process.env;
  const caches = XDG_CACHE_HOME.startsWith("/") ? XDG_CACHE_HOME : join(HOME, ".cache");
  // Never creates a missing home folder
  makeFolder(caches);
  const places = [join(caches, "wirework"), `/tmp/wirework-${process.geteuid?.()}`];
  const place = places.find(isOurs);
  if (place !== undefined) return place;
  throw new Error(`Cannot keep files: neither ${places.join(" nor ")} is a folder that only this user can write to`);
}

function isOurs(place: string): boolean {
  makeFolder(place);
  try {
    // Does not follow a link, which another user may have planted
    const found = lstatSync(place);
    return found.isDirectory() && found.uid === process.geteuid?.() && (found.mode & OTHERS_WRITE) === 0;
  } catch {
    return false;
  }
}

function makeFolder(place: string): void {
  try {
    mkdirSync(place, { mode: 0o700 });
  } catch {
    // It exists already, or can't be created; in that case the first write fails
  }
}

const OTHERS_WRITE = 0o022;
