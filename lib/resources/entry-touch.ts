import type { EntryList } from "./entry.ts";
import type { LinkSelector } from "./link-touch.ts";
import type { Touching, Value } from "./resource.ts";

/** Which entries: those of a list, or the addresses or routes of links */
export type EntrySelector = EntryList | { readonly of: "address" | "route"; readonly linkOf: LinkSelector };

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
}
