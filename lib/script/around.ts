import type { BashFunction } from "./functions.ts";

/** What a script has around a command, so that it is taken back */
export interface Around {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** The functions that these lines call */
  readonly needs: readonly BashFunction[];
}

/** Of what changes nothing, or goes by itself with what the script has made */
export const NOTHING: Around = { before: [], after: [], needs: [] };
