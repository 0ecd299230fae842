/**
 * Looks at a host again and again, and tells what has become of it since.
 *
 * @module
 */
import type { Said } from "../shell/pace.ts";
import { differences } from "./differences.ts";
import type { Page } from "./page.ts";
import { pathsIn } from "./places.ts";
import type { State } from "./state.ts";

/** A host as it was at a moment */
export interface Moment {
  readonly state: State;
  /** In the order of looks */
  readonly number: number;
}

/** Looks at a host and at files on it, once it has come to rest after what became of a state; `null` before any */
export type LookAt = (files: readonly string[], before: State | null) => Promise<State>;

/** What one reader has been told of a host */
export class Watch {
  readonly #lookAt: LookAt;
  readonly #page: Page;
  /** Files that the lines so far have named */
  readonly #paths = new Set<string>();
  #looks = 0;
  /** What there was when the reader was last told; `null` while that is to come */
  #told: Moment | null = null;
  /** Those before lines that still run */
  readonly #open = new Set<Moment>();
  /** One at a time, or what is seen later would be told first */
  #telling: Promise<unknown> = Promise.resolve();

  constructor(lookAt: LookAt, page: Page) {
    this.#lookAt = lookAt;
    this.#page = page;
  }

  /** Looks, so that what changes from now on is news; a look before the first is enough */
  async begin(): Promise<void> {
    this.#told ??= await this.#look(null);
  }

  /** The host as it is before a line runs, with the files that this names, which count from now on */
  before(said: Said): Promise<Moment> {
    for (const path of pathsIn(said)) this.#paths.add(path);
    return this.now();
  }

  /** The host as it is; what becomes of it is to be told by {@linkcode tellSince} */
  async now(): Promise<Moment> {
    const moment = await this.#look(null);
    this.#open.add(moment);
    return moment;
  }

  /**
   * Tells what has changed since a moment, also that nothing has; how much it is. Where a recipe does several things at once,
   * each change is told once: with the first that comes to its end, also what another one did before that had begun.
   */
  tellSince(before: Moment): Promise<number> {
    const mine = this.#telling.then(() => this.#tell(before));
    this.#telling = mine.catch(() => {});
    return mine;
  }

  /** Takes back a moment of which nothing is to be told, as the line that it is of is gone */
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

  /** Tells what has changed since the reader was last told, and says nothing where nothing has */
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
