/**
 * The article's sections and their recipes.
 */
import { describe, expect, test } from "bun:test";

import { inArticleOrder, SECTIONS } from "../../lib/article/sections.ts";
import { loadRecipe, recipeNames } from "../../lib/recipe/load.ts";

describe("every recipe has its place in the article:", () => {
  test.each(recipeNames())("%s", async (name) => {
    const { recipe } = await loadRecipe(name);
    const sections: readonly string[] = SECTIONS.filter(({ recipes }) => recipes.includes(name)).map(
      ({ title }) => title,
    );
    expect(sections).toEqual([recipe.article ?? "none"]);
  });
});

test("no recipe has two", () => {
  const names = SECTIONS.flatMap(({ recipes }) => recipes);
  expect(names).toEqual([...new Set(names)]);
});

test("names of recipes are put into its order, and others after them", () => {
  expect(inArticleOrder(["mine", "point-to-point", "another", "custom-bridge"])).toEqual([
    "custom-bridge",
    "point-to-point",
    "mine",
    "another",
  ]);
});
