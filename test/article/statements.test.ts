/**
 * The article's statements: all of them are there, and each has a check or a reason for none.
 */
import { describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { SECTIONS } from "../../lib/article/sections.ts";
import { STATEMENTS } from "../../lib/article/statements.ts";
import { UNCHECKED } from "../../lib/article/unchecked.ts";
import { plannedChecks } from "../../lib/cli/claims/statement.ts";
import { loadRecipe, recipeNames } from "../../lib/recipe/load.ts";

const LIST = readFileSync(join(import.meta.dir, "../article-claims.md"), "utf8");

/** The statements as they are written down, with the headings above them */
function listed(): readonly { readonly section: string; readonly number: number; readonly says: string }[] {
  return LIST.split(/^## /m)
    .slice(1, -1)
    .flatMap((part) => {
      const section = (part.split("\n")[0] ?? "").replace(/ \(.*\)$/, "");
      const rows = part.matchAll(/^\| (\d+) +\| (.*?) *(?<!\\)\|/gm);
      return [...rows].map(([, number = "", says = ""]) => ({
        section,
        number: Number(number),
        says: says.replaceAll("\\|", "|"),
      }));
    });
}

test("they are those of the list, from 1 to 126, in the article's sections", () => {
  expect(STATEMENTS.map(({ number }) => number)).toEqual(Array.from({ length: 126 }, (_, at) => at + 1));
  expect<readonly object[]>(STATEMENTS).toEqual(listed());
  expect([...new Set(STATEMENTS.map(({ section }) => section))]).toEqual(SECTIONS.map(({ title }) => title));
});

const recipes = await Promise.all(recipeNames().map(loadRecipe));
const checked = new Set((await Promise.all(recipes.map(plannedChecks))).flat().map(({ claim }) => claim));

describe("each has a check in some recipe, or a written reason for none:", () => {
  test.each(STATEMENTS.map(({ number, says }) => [number, says] as const))("%d: %s", (number) => {
    const reason = UNCHECKED[number];
    expect({ checked: checked.has(number), reason }).toEqual(
      reason === undefined ? { checked: true, reason } : { checked: false, reason: expect.stringMatching(/\w{2}/) },
    );
  });
});
