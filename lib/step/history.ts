/**
 * The lines of a stepped run: those that have run, and those that were undone since.
 *
 * @module
 */
import { readJournal } from "../labs/journal/read.ts";
import { madeBy } from "../labs/repair/made-container.ts";
import { type Left, type UndoneLines, undoLines, type UndoSurroundings } from "../labs/undo.ts";
import { effectsIn } from "../shell/invert/effects-in.ts";
import type { Line } from "../shell/template/session-line.ts";
import type { Said } from "../shell/pace.ts";

/** A line that has run */
export interface Done {
  readonly said: Said;
  /** Its number in the journal; `null` when it needs no undo */
  readonly number: number | null;
  /** The effect that was seen: `none` for a line that changed nothing */
  readonly effect: "seen" | "none";
}

/** A line that was undone, and is to run again */
interface LineAhead {
  readonly line: Line;
  readonly number: number;
}

/** The result of going back */
export type WayBack =
  /** Undone by these commands; by none where a file was restored */
  | { readonly kind: "undone"; readonly line: Line; readonly by: readonly string[] }
  /** Part of it is left, so it still counts as having run */
  | { readonly kind: "left"; readonly left: readonly Left[] }
  /** The line can't be undone; the reason is a whole sentence */
  | { readonly kind: "barred"; readonly reason: string };

/** Keeps the lines of a stepped run */
export class History {
  readonly #journal: string;
  readonly #surroundings: UndoSurroundings;
  readonly #done: Done[] = [];
  readonly #ahead: LineAhead[] = [];

  /**
   * Makes a history.
   *
   * @param journal the path of the run's journal
   */
  constructor(journal: string, surroundings: UndoSurroundings) {
    this.#journal = journal;
    this.#surroundings = surroundings;
  }

  /** The next line to run again; `null` when there is none */
  get next(): Line | null {
    return this.#ahead[0]?.line ?? null;
  }

  /** Adds a line that has run; if it was the next one to run again, that is done */
  add(done: Done): void {
    if (this.next === done.said) this.#ahead.shift();
    this.#done.push(done);
  }

  /** Undoes the last line that changed something, skipping lines that only look */
  async back(): Promise<WayBack> {
    const at = this.#done.findLastIndex(({ number, effect }) => number !== null || effect === "seen");
    const last = this.#done[at];
    if (last === undefined) return { kind: "barred", reason: "nothing to undo yet" };
    const { said, number } = last;
    const barred = (why: string): WayBack => ({
      kind: "barred",
      reason: `\`${said.text}\` can't be undone: ${why}`,
    });
    if (!("commands" in said) || number === null) return barred("wirework does not know how");
    if (said.commands.some(({ argv }) => effectsIn(argv).some(({ kind }) => kind === "container link")))
      return barred("its client would have to be started again; q ends the run");
    if (said.gives !== null) return barred("later lines use its output; q ends the run");
    // A later line may use it by name, and a repair of the lab uses the first container that a line has made
    if (this.#hasMadeContainer(number)) return barred("a new container would not be the same; q ends the run");
    const { left, typed } = await this.#undo(number);
    if (left.length > 0) return { kind: "left", left };
    this.#done.length = at;
    this.#ahead.unshift({ line: said, number });
    return { kind: "undone", line: said, by: typed };
  }

  /** Undoes a failed line, so that it can run again */
  async undoFailed(number: number): Promise<readonly Left[]> {
    const { left } = await this.#undo(number);
    return left;
  }

  #hasMadeContainer(number: number): boolean {
    const lines = readJournal(this.#journal)?.lines ?? [];
    return madeBy(lines.filter((line) => line.number === number)).length > 0;
  }

  /** Undoes a line; steps that come after all others run each time */
  #undo(number: number): Promise<UndoneLines> {
    const numbers = new Set([number, ...this.#ahead.map((taken) => taken.number)]);
    return undoLines(this.#journal, numbers, this.#surroundings);
  }
}
