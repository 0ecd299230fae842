import { lstatSync, mkdirSync } from "node:fs";
import { join } from "node:path";

/**
 * The user's own folder for what can be made again, by the same rules as the launcher's: nobody else can write to it.
 *
 * `${XDG_CACHE_HOME:-$HOME/.cache}/wirework`, else one below `/tmp`.
 *
 * @throws {Error} when neither can be had
 */
export function cacheFolder(): string {
  const { XDG_CACHE_HOME = "", HOME = "/nonexistent" } = process.env;
  const caches = XDG_CACHE_HOME.startsWith("/") ? XDG_CACHE_HOME : join(HOME, ".cache");
  // A home that isn't there is not made
  makeFolder(caches);
  const places = [join(caches, "wirework"), `/tmp/wirework-${process.geteuid?.()}`];
  const place = places.find(isOurs);
  if (place !== undefined) return place;
  throw new Error(
    `Cannot keep files: neither ${places.join(" nor ")} is a folder of this user's that nobody else can write to`,
  );
}

function isOurs(place: string): boolean {
  makeFolder(place);
  try {
    // Not through a link, which somebody else may have put there
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
    // It is there already, or can't be made: whoever wants to write to it sees
  }
}

const OTHERS_WRITE = 0o022;
