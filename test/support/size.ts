/**
 * The size of a test run: `scripts/test` runs some of it, `--full` more, `--all` everything. Samples are
 * drawn by a seed, so the same seed runs the same tests.
 */

/** A size */
export type Size = "quick" | "full" | "all";

/** The size given to `scripts/test`; a file that `bun test` runs by itself is quick */
export const SIZE: Size = sizeOf(process.env["WIREWORK_TEST_SIZE"] ?? "quick");

/** The seed of samples and random tests: derived from the commit in CI, or given by `scripts/test --seed N` */
export const SEED: number = seedOf(process.env["WIREWORK_TEST_SEED"] ?? "1");

/** Returns the value for the size */
export function bySize<Value>(values: Readonly<Record<Size, Value>>): Value {
  return values[SIZE];
}

/**
 * Draws so many of the items, in their order; all of them when there are no more.
 *
 * @param of the kind of items, so that different kinds are sampled independently
 */
export function sample<Item>(of: string, items: readonly Item[], count: number, seed = SEED): readonly Item[] {
  const drawn = items
    .map((item, place) => ({ item, place, lot: Bun.hash(`${seed} ${of} ${place}`) }))
    .toSorted((one, other) => (one.lot < other.lot ? -1 : 1))
    .slice(0, count);
  return drawn.toSorted((one, other) => one.place - other.place).map(({ item }) => item);
}

/** Draws the size's share of the items, at least one; all of them with `--all` */
export function shareOf<Item>(
  of: string,
  items: readonly Item[],
  shares: Readonly<Record<"quick" | "full", number>>,
): readonly Item[] {
  return SIZE === "all" ? items : sample(of, items, Math.max(1, Math.round(items.length * shares[SIZE])));
}

function sizeOf(word: string): Size {
  if (word === "quick" || word === "full" || word === "all") return word;
  throw new Error(`Cannot run tests of the size ${word}: WIREWORK_TEST_SIZE is quick, full or all`);
}

function seedOf(word: string): number {
  const seed = Number(word);
  if (/^\d{1,10}$/.test(word) && seed <= 2 ** 31 - 1) return seed;
  throw new Error(`Cannot draw by the seed ${word}: WIREWORK_TEST_SEED is a number from 0 to 2147483647`);
}
