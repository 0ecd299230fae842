/**
 * Tracks what a recipe has begun and not finished: at its end, that is a forgotten await, and a failure in it
 * would go unnoticed.
 */
export class InFlight {
  readonly #begun = new Set<{ readonly text: string }>();

  /** Tracks something until it is finished, by a name for it */
  async track<T>(text: string, doing: Promise<T>): Promise<T> {
    const entry = { text };
    this.#begun.add(entry);
    try {
      return await doing;
    } finally {
      this.#begun.delete(entry);
    }
  }

  /**
   * Requires that nothing is unfinished.
   *
   * @throws {TypeError} when something is
   */
  assertNone(): void {
    const [forgotten] = this.#begun;
    if (forgotten === undefined) return;
    throw new TypeError(`Cannot end the recipe: \`${forgotten.text}\` is still running because its await is missing`);
  }
}
