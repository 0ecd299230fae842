/**
 * Eras of Docker engines that the article is compared with.
 *
 * @module
 */

/** Versions in which something described in the article changed, oldest first; the first is the article's own */
export const ERAS = ["1.1", "20.10", "28", "29"] as const;

/** An era, by its first version */
export type Era = (typeof ERAS)[number];

/** The article's own era: its rules are those of Docker before 1.2 */
export const ARTICLE: Era = "1.1";

/** The version of a release, as `docker version` prints it: `20.10.24+dfsg1`, `28.1.1`, `17.06.2-ce` */
const RELEASE = /^v?(\d+)\.(\d+)(?:\.\d+)?(?:[-+~].*)?$/;

/**
 * Returns the era of an engine's version: the newest era that is not newer. `null` for an older engine, and
 * for a version that is not a release, such as the `dev` of a local build.
 *
 * @example
 * ```ts
 * import { eraOf } from "./era.ts";
 * import { expect } from "bun:test";
 *
 * expect(eraOf("20.10.24+dfsg1")).toBe("20.10");
 * expect(eraOf("27.5.1")).toBe("20.10");
 * expect(eraOf("dev")).toBeNull();
 * ```
 */
export function eraOf(version: string): Era | null {
  const release = RELEASE.exec(version);
  if (release === null) return null;
  const [, major = "", minor = ""] = release;
  return ERAS.findLast((era) => !isNewer(era, Number(major), Number(minor))) ?? null;
}

/** Lists the eras that are not newer than one, newest first */
export function erasUntil(era: Era): readonly Era[] {
  return ERAS.slice(0, ERAS.indexOf(era) + 1).toReversed();
}

function isNewer(era: Era, major: number, minor: number): boolean {
  const [own = 0, ownMinor = 0] = era.split(".").map(Number);
  return own > major || (own === major && ownMinor > minor);
}
