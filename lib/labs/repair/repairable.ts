/**
 * Journals a lab's recipe on the lab's own host, so that it can be undone there and run again.
 *
 * @module
 */
import { CannotUndo } from "../../shell/invert/cannot-undo.ts";
import type { Line } from "../../shell/template/session-line.ts";
import { refusing } from "../../shell/refusing.ts";
import type { Kept, Undoing } from "../../shell/undoing.ts";

/** The journal's path on the host */
export const LAB_JOURNAL = "/run/wirework-host/journal";

/** An undoing that knows whether all lines so far can be undone */
export interface Repairable extends Undoing {
  /** The first line that can't be undone; `null` when there is none */
  readonly obstacle: string | null;
}

/** Wraps the host's journal. A line that can't be undone still runs: it ends with the host */
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
