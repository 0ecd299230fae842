/**
 * README.md, held against what is so today.
 */
import { describe, expect, test } from "bun:test";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { inArticleOrder } from "../lib/article/sections.ts";
import { COMMANDS } from "../lib/cli/commands.ts";
import { loadRecipe, recipeNames } from "../lib/recipe/load.ts";
import { fencedIn } from "./support/examples.ts";
import { allUsers, users } from "./support/machine/users.ts";
import { wirework } from "./support/wirework.ts";
import { ERROR_KINDS } from "../lib/recipe/run/report.ts";

const PROJECT = resolve(import.meta.dir, "..");
const README = readFileSync(join(PROJECT, "README.md"), "utf8");

/** Where the shown transcript leaves lines out */
const CUT = /^…\n/m;

/** The same text for every run: ids, process ids and times are of one run only */
function timeless(text: string): string {
  return text
    .replace(/\b[\da-f]{12}\b/g, "<id>")
    .replace(/(?<=\/proc\/|netns[/ ]|exec )\d+|^\d+$/gm, "<pid>")
    .replace(/\d+ ms$/gm, "<time>")
    .replace(/(?<=time=)(?:\S+ ms|\S*<time>)/g, "<time>");
}

/** The cells of a table's rows below a heading, without Markdown's marks */
function tableBelow(heading: string): readonly (readonly string[])[] {
  const section = README.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? "";
  const lines = section.split("\n").filter((line) => line.startsWith("| "));
  return lines.slice(2).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim().replace(/^\[?`(.*?)`.*$/, "$1")),
  );
}

test.each(users)("the transcript is what a run prints, as $name", async (user) => {
  const { stdout } = await wirework(user, ["run", "point-to-point"]);
  const [shown] = fencedIn(README, "console", "README.md");
  const pieces = timeless(shown?.code ?? "").split(CUT);
  expect(pieces.length).toBeGreaterThan(1);

  let rest = timeless(stdout).trimStart();
  for (const [index, piece] of pieces.entries()) {
    // What a diff is read best of: the same number of lines, from the piece's first one on
    const found = index === 0 ? 0 : rest.indexOf(piece.slice(0, piece.indexOf("\n") + 1));
    const lines = rest
      .slice(found)
      .split("\n")
      .slice(0, piece.split("\n").length - 1);
    expect(`${lines.join("\n")}\n`).toBe(piece);
    rest = rest.slice(found + piece.length);
  }
  expect(rest).toBe("");
});

test("the recipes are those that there are, in the article's order, with its sections", async () => {
  const rows = tableBelow("The recipes").map(([name, , article]) => ({ name, article }));
  const recipes = await Promise.all(inArticleOrder(recipeNames()).map(loadRecipe));
  expect(rows).toEqual(recipes.map(({ name, recipe: { article } }) => ({ name, article: article ?? "" })));
});

test("the exit statuses are those of help", async () => {
  const [user] = allUsers;
  if (user === undefined) throw new Error("Cannot run wirework: there is no user to run it as");
  const { stdout } = await wirework(user, ["help"]);
  const inHelp = stdout.slice(stdout.indexOf("Exit status\n")).trimEnd().split("\n").slice(1);
  expect(tableBelow("Exit status")).toEqual(inHelp.map((line) => line.trim().split(/ {2,}/)));
});

test("the kinds of errors are all that --json has", () => {
  expect(tableBelow("Kinds of errors").map(([kind = ""]) => kind)).toEqual([...ERROR_KINDS]);
});

describe("what README names is there:", () => {
  const commands = [...README.matchAll(/scripts\/wirework ([a-z]+)/g)].map(([, command = ""]) => command);
  test.each([...new Set(commands)])("the command %s", (command) => {
    expect(Object.keys(COMMANDS)).toContain(command);
  });

  const folders = tableBelow("Where things are").map(([folder = ""]) => folder);
  test.each(folders)("%s", (path) => {
    expect(existsSync(join(PROJECT, path))).toBe(true);
  });
});
