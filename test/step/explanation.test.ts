import { describe, expect, test } from "bun:test";

import { loadRecipe, recipeNames } from "../../lib/recipe/load.ts";
import { planRecipe } from "../../lib/recipe/run/plan-recipe.ts";
import { explanationOf } from "../../lib/step/explanation.ts";

describe.each(recipeNames())("%s", (name) => {
  test("of each of its lines it is known what it does", async () => {
    const { recipe } = await loadRecipe(name);
    const values = Object.fromEntries(Object.entries(recipe.options).map(([option, value]) => [option, value.default]));
    const planned = await planRecipe(recipe, values);
    expect(planned).not.toBeEmpty();
    for (const { line } of planned) expect(explanationOf(line)).not.toBeEmpty();
  });
});

test.each([
  { text: "exit", says: "the kernel ends the shell" },
  { text: "frob --all", says: "frob" },
])("of `$text` it is said: $says", ({ text, says }) => {
  const [sentence] = explanationOf({ text, prompt: "$ " });
  expect(sentence).toContain(says);
});

test("of a pipe it is said what each of its commands does, once", () => {
  const command = (text: string) => ({ text, argv: [text] as const, handles: [] });
  const line = {
    text: "ip link | cat | cat",
    commands: [command("ip link"), command("cat"), command("cat")] as const,
    redirection: null,
    stays: null,
    speaker: "told" as const,
    irreversible: null,
    gives: null,
  };
  const [first, ...others] = explanationOf(line);
  expect(first).toStartWith("the kernel returns");
  expect(others).toHaveLength(1);
});

test("of what is no command nothing is said", () => {
  expect(explanationOf({ text: "a 'quote that never ends", prompt: "$ " })).toEqual([]);
});
