/**
 * Watches a host, and prints its changes.
 *
 * @module
 */
import type { Said } from "../shell/pace.ts";
import { differences } from "./differences.ts";
import type { Page } from "./page.ts";
import { pathsIn } from "./places.ts";
import type { State } from "./state.ts";

/** A host's state at one moment */
export interface Moment {
  readonly state: State;
  /** Counts the looks */
  readonly number: number;
}

/**
 * Looks at a host and at files on it, once it has settled after the changes since a state; `null` before the
 * first
 */
export type LookAt = (files: readonly string[], before: State | null) => Promise<State>;

/** The changes that one reader has been shown */
export class Watch {
  readonly #lookAt: LookAt;
  readonly #page: Page;
  /** Files named by the lines so far */
  readonly #paths = new Set<string>();
  #looks = 0;
  /** The state that the reader was last shown; `null` before the first */
  #told: Moment | null = null;
  /** The moments before lines that are still running */
  readonly #open = new Set<Moment>();
  /** The end of the last report: a new one waits for it, as later changes could be printed first */
  #telling: Promise<unknown> = Promise.resolve();

  constructor(lookAt: LookAt, page: Page) {
    this.#lookAt = lookAt;
    this.#page = page;
  }

  /** Takes the first look, the basis of all changes; a second call has no effect */
  async begin(): Promise<void> {
    this.#told ??= await this.#look(null);
  }

  /** Looks before a line runs, from now on also at the files that it names */
  before(said: Said): Promise<Moment> {
    for (const path of pathsIn(said)) this.#paths.add(path);
    return this.now();
  }

  /** Looks now; {@linkcode tellSince} prints the changes after this */
  async now(): Promise<Moment> {
    const moment = await this.#look(null);
    this.#open.add(moment);
    return moment;
  }

  /**
   * Prints the changes since a moment, or that there are none; returns their number. When a recipe does
   * several things at once, each change is printed once: with the line that ends first, even if another line
   * that began earlier caused it.
   */
  tellSince(before: Moment): Promise<number> {
    const mine = this.#telling.then(() => this.#tell(before));
    this.#telling = mine.catch(() => {});
    return mine;
  }

  /** Drops a moment whose line was cancelled */
  forget(before: Moment): void {
    this.#open.delete(before);
  }

  async #tell(before: Moment): Promise<number> {
    const now = await this.#look(before);
    const first = [...this.#open].reduce((one, other) => (other.number < one.number ? other : one), before);
    const since = this.#told !== null && this.#told.number > first.number ? this.#told : first;
    this.#open.delete(before);
    this.#told = now;
    const changes = differences(since.state, now.state);
    this.#page.changes(changes);
    return changes.length;
  }

  /** Prints the changes since the reader was last shown the state, and nothing when there are none */
  async tellNews(): Promise<void> {
    const before = this.#told;
    this.#told = await this.#look(before);
    const changes = before === null ? [] : differences(before.state, this.#told.state);
    if (changes.length > 0) this.#page.changes(changes);
  }

  async #look(before: Moment | null): Promise<Moment> {
    const number = ++this.#looks;
    return { state: await this.#lookAt([...this.#paths], before?.state ?? null), number };
  }
}
