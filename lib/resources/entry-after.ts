/**
 * The state of a list's entries once a line has run.
 *
 * @module
 */
import type { Entry } from "./entry.ts";

/** An entry after a line: there, or gone */
export interface EntryAfter {
  readonly is: "there" | "gone";
  /** Words that it is shown with: `10.9.0.0/24`, `via 10.1.1.3`. A slash at the end stands for any prefix */
  readonly having: readonly string[];
  /** Words that it is shown without */
  readonly lacking: readonly string[];
}

/** Finds the entries that a line makes or removes */
export function entriesMeant(entries: readonly Entry[], { having, lacking }: EntryAfter): readonly Entry[] {
  return entries.filter(({ words }) => {
    const shown = ` ${words} `;
    const has = (part: string) => shown.includes(part.endsWith("/") ? ` ${part}` : ` ${part} `);
    return having.every(has) && !lacking.some(has);
  });
}
