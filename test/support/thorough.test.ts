/** Commands of recipes are covered: all of some recipes, a fixed sample of the others. */
import { describe, expect, test } from "bun:test";

import { recipeNames } from "../../lib/recipe/load.ts";
import { LONGEST_FIRST, THOROUGH, waysAt } from "./thorough.ts";

const WAYS = ["one", "two", "three", "four"] as const;

/** Returns the ways in which each command of a recipe of forty is tried */
function tried(recipe: string): readonly (readonly string[])[] {
  const waysOf = waysAt(recipe, WAYS);
  return Array.from({ length: 40 }, (_, at) => waysOf(at + 1));
}

test("no recipe is left out", () => {
  expect(LONGEST_FIRST.toSorted()).toEqual([...recipeNames()]);
});

test.each(THOROUGH)("%s is tried at each command, in every way", (recipe) => {
  for (const ways of tried(recipe)) expect(ways).toEqual(WAYS);
});

describe("another one is tried", () => {
  const others = recipeNames().filter((name) => !THOROUGH.includes(name));

  test("within its first four commands, and each time in one way", () => {
    for (const recipe of others) {
      expect(tried(recipe).slice(0, 4).flat()).toHaveLength(1);
      expect(Math.max(...tried(recipe).map(({ length }) => length))).toBe(1);
    }
  });

  test("in every way by and by", () => {
    for (const recipe of others) expect(new Set(tried(recipe).flat())).toEqual(new Set(WAYS));
  });
});
