/**
 * What a lab's recipe does is written down on its own host, so that it can be taken back there, and done again.
 *
 * @module
 */
import { CannotUndo } from "../../shell/invert/cannot-undo.ts";
import type { Line } from "../../shell/template/line.ts";
import { refusing } from "../../shell/refusing.ts";
import type { Kept, Undoing } from "../../shell/undoing.ts";

/** Where, on the host */
export const LAB_JOURNAL = "/run/wirework-host/journal";

/** An undoing that knows whether all so far can be taken back */
export interface Repairable extends Undoing {
  /** The first line that can't be; `null` when there is none */
  readonly obstacle: string | null;
}

/** As a journal, where one can be written; what can't be taken back goes with the host, and is no reason not to run */
export function repairable(journalled: Undoing): Repairable {
  const otherwise = refusing("allowed");
  let obstacle: string | null = null;
  return {
    get obstacle() {
      return obstacle;
    },
    async before(line: Line): Promise<Kept> {
      try {
        return await journalled.before(line);
      } catch (error) {
        if (!(error instanceof CannotUndo)) throw error;
        const kept = await otherwise.before(line);
        obstacle ??= line.text;
        return kept;
      }
    },
  };
}
