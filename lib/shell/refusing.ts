import type { Undoing } from "./undoing.ts";
import { plansOf, type Strangers } from "./plans.ts";

/** Refuses what could not be taken back, and keeps no record of the rest: for where it is thrown away with its host, or never runs */
export function refusing(strangers: Strangers): Undoing {
  return {
    async before(line) {
      plansOf(line, strangers);
      return { line, after: async () => {} };
    },
  };
}
