/**
 * Looks at a host again and again, and tells what has become of it since.
 *
 * @module
 */
import type { Performer } from "../shell/line.ts";
import type { Said } from "../shell/pace.ts";
import { differences } from "./differences.ts";
import { lookAround } from "./look.ts";
import type { Page } from "./page.ts";
import { pathsIn } from "./places.ts";
import type { State } from "./state.ts";

/** A host as it was at a moment */
export interface Moment {
  readonly state: State;
  /** In the order of looks */
  readonly number: number;
}

/** What one reader has been told of a host */
export class Watch {
  readonly #performer: Performer;
  readonly #page: Page;
  /** Files that the lines so far have named */
  readonly #paths = new Set<string>();
  #looks = 0;
  /** What there was when the reader was last told; `null` while that is to come */
  #told: Moment | null = null;

  constructor(performer: Performer, page: Page) {
    this.#performer = performer;
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

  /** The host as it is */
  now(): Promise<Moment> {
    return this.#look(null);
  }

  /**
   * Tells what has changed since a moment, also that nothing has; how much it is. Where something was told meanwhile, as a
   * recipe does several things at once, that is not told again.
   */
  async tellSince(before: Moment): Promise<number> {
    const now = await this.#look(before);
    const since = this.#told !== null && this.#told.number > before.number ? this.#told : before;
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
    return { state: await lookAround(this.#performer, [...this.#paths], before?.state ?? null), number };
  }
}
