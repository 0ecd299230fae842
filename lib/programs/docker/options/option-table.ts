import type { FlagRow } from "./flag-table.ts";

/** A flag and its description in help */
export interface OptionRow extends FlagRow {
  /** The words of docker/cli 20.10, with its default; `null` for an unlisted spelling */
  readonly help: string | null;
  /** The placeholder of its value in help, unless it is the name of its kind */
  readonly takes?: string;
}
