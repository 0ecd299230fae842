/**
 * The lines of a run that is gone through line by line: those that have run, and those that were taken back since.
 *
 * @module
 */
import { readJournal } from "../labs/journal/read.ts";
import { madeBy } from "../labs/repair/made-container.ts";
import { type Left, type UndoneLines, undoLines, type UndoSurroundings } from "../labs/undo.ts";
import { removesLink } from "../shell/invert/docker/remove.ts";
import type { Line } from "../shell/template/line.ts";
import type { Said } from "../shell/pace.ts";

/** A line that has run */
export interface Done {
  readonly said: Said;
  /** Its number in the journal; `null` when nothing there takes it back */
  readonly number: number | null;
  /** Whether anybody has seen it change something */
  readonly effect: "seen" | "none";
}

/** A line that was taken back, and is to run again */
interface TakenBack {
  readonly line: Line;
  readonly number: number;
}

/** What has become of the wish to go back */
export type WayBack =
  /** By these commands; by none where a file is written as it was */
  | { readonly kind: "taken back"; readonly line: Line; readonly by: readonly string[] }
  /** Something of it is left, and it counts as one that has run */
  | { readonly kind: "left"; readonly left: readonly Left[] }
  /** It can't be; the reason is a sentence of its own */
  | { readonly kind: "barred"; readonly reason: string };

/** Keeps them */
export class History {
  readonly #journal: string;
  readonly #surroundings: UndoSurroundings;
  readonly #done: Done[] = [];
  readonly #ahead: TakenBack[] = [];

  /** @param journal the file in which what takes them back is written down */
  constructor(journal: string, surroundings: UndoSurroundings) {
    this.#journal = journal;
    this.#surroundings = surroundings;
  }

  /** The line that is to run again next; `null` when none is */
  get next(): Line | null {
    return this.#ahead[0]?.line ?? null;
  }

  /** Takes in a line that has run; where it is the one that was to run again, that one is done with */
  add(done: Done): void {
    if (this.next === done.said) this.#ahead.shift();
    this.#done.push(done);
  }

  /** Takes back the last line that changed something. Lines that only look are passed over */
  async back(): Promise<WayBack> {
    const at = this.#done.findLastIndex(({ number, effect }) => number !== null || effect === "seen");
    const last = this.#done[at];
    if (last === undefined) return { kind: "barred", reason: "nothing is there yet to take back" };
    const { said, number } = last;
    const barred = (why: string): WayBack => ({
      kind: "barred",
      reason: `\`${said.text}\` can't be taken back: ${why}`,
    });
    if (!("commands" in said) || number === null) return barred("nobody here knows how");
    if (said.commands.some(({ argv }) => removesLink(argv)))
      return barred("its client would have to be made anew; q ends the run");
    if (said.gives !== null) return barred("it gave what later lines use; q ends the run");
    // By its name a later line may mean it, and a repair of the lab goes by the first that a line has made
    if (this.#hasMadeContainer(number)) return barred("another container would not be the same; q ends the run");
    const { left, typed } = await this.#undo(number);
    if (left.length > 0) return { kind: "left", left };
    this.#done.length = at;
    this.#ahead.unshift({ line: said, number });
    return { kind: "taken back", line: said, by: typed };
  }

  /** Takes back what a line did that failed, so that it can run again */
  async undoFailed(number: number): Promise<readonly Left[]> {
    const { left } = await this.#undo(number);
    return left;
  }

  #hasMadeContainer(number: number): boolean {
    const lines = readJournal(this.#journal)?.lines ?? [];
    return madeBy(lines.filter((line) => line.number === number)).length > 0;
  }

  /** What is to be done when all else is taken back is done for all that is taken back by now */
  #undo(number: number): Promise<UndoneLines> {
    const numbers = new Set([number, ...this.#ahead.map((taken) => taken.number)]);
    return undoLines(this.#journal, numbers, this.#surroundings);
  }
}
