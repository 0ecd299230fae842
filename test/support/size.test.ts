/**
 * A sample is drawn by a seed.
 */
import { describe, expect, test } from "bun:test";

import { sample } from "./size.ts";

const ITEMS = Array.from({ length: 100 }, (_, at) => at);

describe("a sample", () => {
  test("has as many as are asked for, in their order, each once", () => {
    const drawn = sample("numbers", ITEMS, 20, 7);
    expect(drawn).toHaveLength(20);
    expect(new Set(drawn).size).toBe(20);
    expect(drawn).toEqual(drawn.toSorted((one, other) => one - other));
  });

  test("is all of them where there are no more", () => {
    expect(sample("numbers", ITEMS, 1000, 7)).toEqual(ITEMS);
  });

  test("is the same for the same seed, and another for another seed or other things", () => {
    const drawn = sample("numbers", ITEMS, 20, 7);
    expect(sample("numbers", ITEMS, 20, 7)).toEqual(drawn);
    expect(sample("numbers", ITEMS, 20, 8)).not.toEqual(drawn);
    expect(sample("letters", ITEMS, 20, 7)).not.toEqual(drawn);
  });

  test("draws each of them by and by, and none by far more often than another", () => {
    const times = ITEMS.map(() => 0);
    for (let seed = 0; seed < 1000; seed += 1)
      for (const item of sample("numbers", ITEMS, 10, seed)) times[item] = (times[item] ?? 0) + 1;
    // A hundred each, give or take five standard deviations
    expect(Math.min(...times)).toBeGreaterThan(50);
    expect(Math.max(...times)).toBeLessThan(150);
  });
});
