/**
 * What a recipe has begun and not ended: at its own end that is what somebody forgot to await, and whose failure
 * would go unnoticed.
 */
export class InFlight {
  readonly #begun = new Set<{ readonly text: string }>();

  /** Keeps an eye on something that goes on, under what it is called */
  async track<T>(text: string, doing: Promise<T>): Promise<T> {
    const entry = { text };
    this.#begun.add(entry);
    try {
      return await doing;
    } finally {
      this.#begun.delete(entry);
    }
  }

  /** @throws {TypeError} when something still goes on */
  assertNone(): void {
    const [forgotten] = this.#begun;
    if (forgotten === undefined) return;
    throw new TypeError(
      `Cannot end the recipe: \`${forgotten.text}\` has begun and not ended, as its await is missing`,
    );
  }
}
