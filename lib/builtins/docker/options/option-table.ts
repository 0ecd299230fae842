import type { FlagRow } from "./flag-table.ts";

/** A flag, with what its command's help says of it */
export interface OptionRow extends FlagRow {
  /** In the words of docker/cli 20.10, with a default where that has one; `null` for a spelling that isn't listed */
  readonly help: string | null;
  /** What the help calls its value, where that isn't the name of its kind */
  readonly takes?: string;
}
