/** Acts on each of the items, so many at a time; returns the results in the items' order */
export async function atATime<Item, Result>(
  together: number,
  items: readonly Item[],
  act: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  const work = async (): Promise<void> => {
    for (const [index, item] of waiting) results[index] = await act(item);
  };
  await Promise.all(Array.from({ length: together }, work));
  return results;
}

/** Lets a limited number through at the same time; others wait in order */
export class Turns {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(together: number) {
    this.#free = together;
  }

  async take<Result>(act: () => Promise<Result>): Promise<Result> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await act();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }
}
