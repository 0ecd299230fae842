import type { EntryAfter } from "./entry-after.ts";
import type { EntryList } from "./entry.ts";
import type { LinkSelector } from "./link-touch.ts";
import type { Place, Touching, Value } from "./resource.ts";

/** Which entries: those of a list, or the addresses, routes or neighbours of links */
export type EntrySelector =
  EntryList | { readonly of: "address" | "route" | "neighbour"; readonly linkOf: LinkSelector };

/**
 * What a line does to entries of a list. `replaces`: makes one, or changes what is there; `may lose`: those that were there
 * may be gone.
 */
export interface EntryTouch extends Touching {
  readonly kind: "entry";
  readonly effect: "makes" | "replaces" | "removes" | "may lose";
  readonly which: EntrySelector;
  /** As typed, in the words of `ip … add` */
  readonly words: readonly Value[];
  /** Words that a line which may be lost has; without them it may be any */
  readonly having: readonly string[];
  /** What is known of the entry afterwards; `null` where only a look before could tell which one it is */
  readonly after: EntryAfter | null;
}

/** Entries of links that the kernel removes along with something else */
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

/** In the order in which they come back: a route needs its address, a neighbour the link */
export const LOST_ENTRIES = ["address", "route", "neighbour"] as const;

export type LostEntries = (typeof LOST_ENTRIES)[number];
