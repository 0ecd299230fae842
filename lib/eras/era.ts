/**
 * The engines that the article is compared with, and which of them an engine is like.
 *
 * @module
 */

/** Versions after which something of the article changed, oldest first; the first is the article's own */
export const ERAS = ["1.1", "20.10", "28", "29"] as const;

/** One of them */
export type Era = (typeof ERAS)[number];

/** The article's own: its rules are those that Docker made before 1.2 */
export const ARTICLE: Era = "1.1";

/** What `docker version` prints of a release: `20.10.24+dfsg1`, `28.1.1`, `17.06.2-ce` */
const RELEASE = /^v?(\d+)\.(\d+)(?:\.\d+)?(?:[-+~].*)?$/;

/**
 * The era of an engine, by its version: the newest that is not newer. `null` for an engine that is older than all, and
 * for what is no release, as the `dev` of an engine that was built by hand.
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

/** The eras that are not newer than one, newest first */
export function erasUntil(era: Era): readonly Era[] {
  return ERAS.slice(0, ERAS.indexOf(era) + 1).toReversed();
}

function isNewer(era: Era, major: number, minor: number): boolean {
  const [own = 0, ownMinor = 0] = era.split(".").map(Number);
  return own > major || (own === major && ownMinor > minor);
}
