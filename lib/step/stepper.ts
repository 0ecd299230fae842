/**
 * Goes through a run line by line: shows each line, waits, and shows its changes.
 *
 * @module
 */
import { lookHere, runHere } from "../labs/look-here.ts";
import type { Line } from "../shell/template/session-line.ts";
import type { Let, Pace, Said } from "../shell/pace.ts";
import type { Undoing } from "../shell/undoing.ts";
import { History } from "./history.ts";
import { lookAround } from "./look-around.ts";
import type { Page } from "./page.ts";
import { type Again, performAgain } from "./perform-again.ts";
import { Watch } from "./watch.ts";

/**
 * The user's answer: run this line, undo the one before, or run all that remain. `looked` means that the user
 * was in a shell meanwhile.
 */
export type Answer = "run" | "back" | "rest" | "looked";

/** Shell variables set by the lines so far, as in the article's `pid=2778` */
export type Variables = Readonly<Record<string, string>>;

/** Asks the user, who may open a shell with these variables */
export type Ask = (variables: Variables) => Promise<Answer>;

/** An undoing that keeps a journal */
export interface WrittenUndoing extends Undoing {
  /** Returns a line's number in its journal; `null` for one that is not there */
  numberOf(line: Line): number | null;
}

/** The parts of a run that a stepper needs */
export interface SteppedRun extends Again {
  readonly undoing: WrittenUndoing;
  /** The journal's path */
  readonly journal: string;
  readonly page: Page;
  readonly ask: Ask;
}

/** The answer for all lines once the user has asked for the rest */
const GO_ON: Let = { after: async () => {} };

/** Stepping through a run */
export class Stepper implements Pace {
  readonly #run: SteppedRun;
  readonly #history: History;
  readonly #watch: Watch;
  /** Lines that are on the page, and not announced yet */
  readonly #shown: string[] = [];
  #variables: Variables = {};
  #goes: "line by line" | "on" = "line by line";
  #turn: Promise<unknown> = Promise.resolve();

  constructor(run: SteppedRun) {
    const { performer, journal, page } = run;
    this.#run = run;
    this.#watch = new Watch((files, before) => lookAround(performer, files, before), page);
    this.#history = new History(journal, {
      look: lookHere(performer),
      run: (argv) => runHere(performer, argv),
    });
  }

  /** Reports whether a line is already on the page when it is announced */
  hasShown(text: string): boolean {
    const at = this.#shown.indexOf(text);
    if (at >= 0) this.#shown.splice(at, 1);
    return at >= 0;
  }

  /** Records an assignment */
  assign(name: string, word: string): void {
    this.#variables = { ...this.#variables, [name]: word };
  }

  /** Asks one question at a time, even when a recipe does several things at once */
  before(said: Said): Promise<Let> {
    const mine = this.#turn.then(() => this.#wait(said));
    this.#turn = mine.catch(() => {});
    return mine;
  }

  /** Asks until the line may run; undone lines come first */
  async #wait(said: Said): Promise<Let> {
    for (;;) {
      const again = this.#history.next;
      const answer = await this.#ask(again ?? said);
      if (answer === "back") await this.#back();
      else if (answer === "looked") await this.#watch.tellNews();
      else if (again === null) return this.#let(said);
      else await this.#again(again);
    }
  }

  async #ask(said: Said): Promise<Exclude<Answer, "rest">> {
    if (this.#goes === "on") return "run";
    this.#run.page.line(said);
    await this.#watch.begin();
    const answer = await this.#run.ask(this.#variables);
    if (answer === "back" || answer === "looked") return answer;
    if (answer === "rest") this.#goes = "on";
    this.#shown.push(said.text);
    return "run";
  }

  async #let(said: Said): Promise<Let> {
    if (this.#goes === "on") return GO_ON;
    const before = await this.#watch.before(said);
    return {
      after: async () => {
        const effect = (await this.#watch.tellSince(before)) > 0 ? "seen" : "none";
        const number = "commands" in said ? this.#run.undoing.numberOf(said) : null;
        this.#history.add({ said, number, effect });
      },
    };
  }

  /** Performs an undone line again; if it fails, it is undone again and stays next */
  async #again(line: Line): Promise<void> {
    const { page, transcript, undoing } = this.#run;
    if (!this.hasShown(line.text)) transcript.announce(line);
    const before = await this.#watch.before(line);
    const failure = await performAgain(line, this.#run);
    const number = undoing.numberOf(line);
    if (failure === null) {
      if (this.#goes !== "on") await this.#watch.tellSince(before);
      return this.#history.add({ said: line, number, effect: "seen" });
    }
    this.#watch.forget(before);
    page.aside(failure.message);
    this.#goes = "line by line";
    if (number !== null) page.left(await this.#history.undoFailed(number));
  }

  async #back(): Promise<void> {
    const { page } = this.#run;
    const before = await this.#watch.now();
    const way = await this.#history.back();
    if (way.kind === "barred") return page.aside(way.reason);
    if (way.kind === "undone") page.undone(way.line.text, way.by);
    else page.left(way.left);
    await this.#watch.tellSince(before);
  }
}
