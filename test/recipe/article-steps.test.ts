import { describe, expect, test } from "bun:test";

import { articleSteps } from "../../lib/recipe/article-steps.ts";
import { outlineOf } from "../../lib/recipe/run/outline.ts";
import { pid } from "../../lib/recipe/value-samples.ts";
import { recipeOf } from "./run/typing-recipe.ts";

const everyLine = recipeOf(async ({ $, step, check }) => {
  step("Containers", "of two lines");
  const shell = await $.terminal("63f36fc01b5f")`docker run -i -t base`;
  const id = await $.let("pid", pid("2778"))`docker inspect ${shell}`;
  await $.told`ip link set B netns ${id}`;
  step("Inside");
  await shell.type`ip addr`;
  step.told("Nobody has a line for this");
  await $`ip link`;
  step.article("A comment alone");
  step("Told only");
  await $.told`ip route`;
  await check(3, "a name").shows($`echo a`, "a");
});

test("the lines of a recipe, with whose they are and where they are typed", async () => {
  expect(await articleSteps(everyLine, {})).toEqual([
    {
      comment: ["Containers", "of two lines"],
      said: "article",
      lines: [
        { text: "docker run -i -t base", in: "host", said: "article" },
        { text: "docker inspect 63f36fc01b5f", in: "host", said: "article" },
        { text: "pid=2778", in: "host", said: "article" },
        { text: "ip link set B netns $pid", in: "host", said: "told" },
      ],
    },
    { comment: ["Inside"], said: "article", lines: [{ text: "ip addr", in: "container", said: "article" }] },
    {
      comment: ["Nobody has a line for this"],
      said: "told",
      lines: [{ text: "ip link", in: "host", said: "article" }],
    },
    { comment: ["A comment alone"], said: "article", lines: [] },
    { comment: ["Told only"], said: "told", lines: [{ text: "ip route", in: "host", said: "told" }] },
  ]);
});

test("a comment is the article's when one of its lines is", async () => {
  const mixed = recipeOf(async ({ $, step }) => {
    step("Both");
    await $.told`ip route`;
    await $`ip link`;
  });
  expect(await articleSteps(mixed, {})).toMatchObject([{ said: "article", lines: [{ said: "told" }, {}] }]);
});

test("of a recipe that follows no section, all is ours but for what says otherwise", async () => {
  const ours = recipeOf(async ({ $, step }) => {
    step("Ours");
    await $`ip link`;
    step.article("Not ours");
  }, {});
  expect(await articleSteps(ours, {})).toEqual([
    { comment: ["Ours"], said: "told", lines: [{ text: "ip link", in: "host", said: "told" }] },
    { comment: ["Not ours"], said: "article", lines: [] },
  ]);
});

test("lines before the first comment have a step of their own", async () => {
  const early = recipeOf(async ({ $, step }) => {
    await $`ip link`;
    await $`ip route`;
    step("Later");
  });
  expect(await articleSteps(early, {})).toMatchObject([
    { comment: [], said: "article", lines: [{ text: "ip link" }, { text: "ip route" }] },
    { comment: ["Later"], said: "told", lines: [] },
  ]);
});

describe("an outline", () => {
  test("has each step's lines, what is typed at prompts, and what is checked", async () => {
    const { steps, checks } = await outlineOf(everyLine, {});
    expect(steps.map(({ comment, lines, typed }) => [comment, lines.map(({ text }) => text), typed])).toEqual([
      [
        ["Containers", "of two lines"],
        ["docker run -i -t base", "docker inspect 63f36fc01b5f", "ip link set B netns $pid"],
        [],
      ],
      [["Inside"], [], ["ip addr"]],
      [["Nobody has a line for this"], ["ip link"], []],
      [["A comment alone"], [], []],
      [["Told only"], ["ip route"], []],
    ]);
    expect(checks).toEqual([{ claim: 3, name: "a name", ran: "echo a", expected: "a" }]);
  });

  test("leaves out what no step has", async () => {
    const early = recipeOf(async ({ $, step }) => {
      const shell = await $.terminal("63f36fc01b5f")`docker run -i -t base`;
      await shell.type`ip addr`;
      step("Later");
    });
    expect(await outlineOf(early, {})).toEqual({ steps: [{ comment: ["Later"], lines: [], typed: [] }], checks: [] });
  });

  test.each([articleSteps, outlineOf])("%p throws what the recipe throws", async (read) => {
    const failing = recipeOf(() => Promise.reject(new Error("not today")));
    await expect(read(failing, {})).rejects.toThrow("not today");
  });

  test.each([articleSteps, outlineOf])("%p gives the recipe its values", async (read) => {
    const seen: unknown[] = [];
    const recipe = recipeOf(async (_tools, values) => void seen.push(values));
    await read(recipe, { from: "10.1.1.1" });
    expect(seen).toEqual([{ from: "10.1.1.1" }]);
  });
});
