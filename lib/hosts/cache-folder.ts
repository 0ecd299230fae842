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
  const places = [join(caches, "wirework"), `/tmp/wirework-${process.geteuid?.()}`];
  const place = places.find(isOurs);
  if (place !== undefined) return place;
  throw new Error(
    `Cannot keep files: neither ${places.join(" nor ")} is a folder of this user's that nobody else can write to`,
  );
}

function isOurs(place: string): boolean {
  try {
    mkdirSync(place, { recursive: true, mode: 0o700 });
    // Not through a link, which somebody else may have put there
    const found = lstatSync(place);
    return found.isDirectory() && found.uid === process.geteuid?.() && (found.mode & OTHERS_WRITE) === 0;
  } catch {
    return false;
  }
}

const OTHERS_WRITE = 0o022;
