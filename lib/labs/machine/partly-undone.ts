import type { Left } from "../undo.ts";

/** Thrown when part of a run could not be undone; the journal keeps it for another try */
export class PartlyUndone extends Error {
  override readonly name = "PartlyUndone";
  override readonly cause: string;
  readonly tryThis: string;
  readonly left: readonly Left[];

  constructor(lab: string, left: readonly Left[]) {
    super(`Cannot undo all of ${lab}: ${left.length === 1 ? "one thing is" : `${left.length} things are`} left`);
    this.cause = left.map(({ of, why, try: line }) => `${of}\n  ${why}\n  ${line}`).join("\n");
    this.tryThis = `sudo wirework down ${lab}, once you have removed the cause`;
    this.left = left;
  }
}
