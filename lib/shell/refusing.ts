import type { Undoing } from "./undoing.ts";
import { plansOf, type Strangers } from "./plans.ts";

/**
 * Refuses lines that can't be undone, and records nothing: for a throw-away host, and for lines that never
 * run
 */
export function refusing(strangers: Strangers): Undoing {
  return {
    async before(line) {
      plansOf(line, strangers);
      return { line, after: async () => {} };
    },
  };
}
