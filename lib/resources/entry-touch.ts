import type { EntryAfter } from "./entry-after.ts";
import type { EntryList } from "./entry.ts";
import type { LinkSelector } from "./link-touch.ts";
import type { Place, Touching, Value } from "./resource.ts";

/** Selects entries: those of a list, or the addresses, routes or neighbours of links */
export type EntrySelector =
  EntryList | { readonly of: "address" | "route" | "neighbour"; readonly linkOf: LinkSelector };

/**
 * The effect of a line on entries of a list. `replaces`: makes an entry, or changes the existing one; `may lose`:
 * existing entries may be gone.
 */
export interface EntryTouch extends Touching {
  readonly kind: "entry";
  readonly effect: "makes" | "replaces" | "removes" | "may lose";
  readonly which: EntrySelector;
  /** The words of `ip … add`, as typed */
  readonly words: readonly Value[];
  /** Words that every entry which may be lost contains; without them it may be any entry */
  readonly having: readonly string[];
  /** The entry afterwards; `null` when only a look before could tell which one it is */
  readonly after: EntryAfter | null;
}

/** Makes a touch of entries that the kernel removes along with something else */
export function lostAlong(place: Place, of: LostEntries, linkOf: LinkSelector): EntryTouch {
  return {
    kind: "entry",
    effect: "may lose",
    by: "kernel",
    place,
    which: { of, linkOf },
    words: [],
    having: [],
    after: null,
  };
}

/** The kinds of entries in the order of restoring: a route needs its address, a neighbour its link */
export const LOST_ENTRIES = ["address", "route", "neighbour"] as const;

export type LostEntries = (typeof LOST_ENTRIES)[number];
