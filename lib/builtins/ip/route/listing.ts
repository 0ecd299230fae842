/** What options before the object say of a list */
export interface Listing {
  /** Only routes of that version; `null` of those that `ip` shows by itself */
  readonly version: "-4" | "-6" | null;
  /** Whether each has a line, and no more */
  readonly layout: "lines" | "oneline";
}
