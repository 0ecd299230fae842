/**
 * Entries of a list, once a line has run.
 *
 * @module
 */
import type { Entry } from "./entry.ts";

/** An entry as a line's words leave it: there, or gone */
export interface EntryAfter {
  readonly is: "there" | "gone";
  /** Words that stand together where it is shown: `10.9.0.0/24`, `via 10.1.1.3`. Behind a slash at the end may be any prefix */
  readonly having: readonly string[];
  /** Words that are not shown of it */
  readonly lacking: readonly string[];
}

/** Finds the entries that a line is about, whether it makes or removes them */
export function entriesMeant(entries: readonly Entry[], { having, lacking }: EntryAfter): readonly Entry[] {
  return entries.filter(({ words }) => {
    const shown = ` ${words} `;
    const has = (part: string) => shown.includes(part.endsWith("/") ? ` ${part}` : ` ${part} `);
    return having.every(has) && !lacking.some(has);
  });
}
