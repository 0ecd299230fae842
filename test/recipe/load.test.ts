import { afterAll, describe, expect, test } from "bun:test";
import { mkdirSync, readdirSync, realpathSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";

import { loadRecipe, recipeNames } from "../../lib/recipe/load.ts";
import { isOwnRecipe, RECIPES } from "../../lib/recipe/own-recipe.ts";
import { Recipe } from "../../lib/recipe/recipe.ts";
import { RecipeError } from "../../lib/recipe/recipe-error.ts";
import { naming } from "../support/naming.ts";
import { emptyFolder, fileWith, recipeFile } from "../support/recipe-file.ts";

const home = process.cwd();
afterAll(() => process.chdir(home));

/** Why a recipe can't be loaded */
async function refusal(reference: string): Promise<RecipeError> {
  const error: unknown = await loadRecipe(reference).catch((thrown: unknown) => thrown);
  if (error instanceof RecipeError) return error;
  throw new Error(`Expected a RecipeError, saw ${String(error)}`);
}

test("the recipes that come with wirework are the files of their folder, in alphabetical order", () => {
  const names = recipeNames();
  expect(names).toEqual([...names].toSorted());
  expect(names.map((name) => `${name}.ts`).toSorted()).toEqual(
    readdirSync(RECIPES)
      .filter((file) => file.endsWith(".ts"))
      .toSorted(),
  );
  expect(names.filter((name) => !isOwnRecipe(name))).toEqual([]);
  expect(["nosuch", "../recipes/point-to-point", "", "point-to-point.ts"].filter(isOwnRecipe)).toEqual([]);
});

describe("a recipe that is there", () => {
  test("by its name", async () => {
    const { recipe, ...rest } = await loadRecipe("point-to-point");
    const file = join(RECIPES, "point-to-point.ts");
    expect(rest).toEqual({ name: "point-to-point", reference: "point-to-point", file });
    expect(recipe).toBeInstanceOf(Recipe);
  });

  test("by its file, through a link, as seen from where you are", async () => {
    const file = realpathSync(recipeFile(`step("one");`));
    const folder = emptyFolder();
    symlinkSync(file, join(folder, "linked.ts"));
    process.chdir(folder);
    for (const reference of ["linked.ts", "./linked.ts", join(folder, "linked.ts")]) {
      const { recipe, ...rest } = await loadRecipe(reference);
      expect(rest).toEqual({ name: "my-link", reference, file });
      expect(recipe.permissions).toEqual({ run: ["ip"], modules: [] });
    }
  });
});

describe("a recipe that is not there", () => {
  test("has the nearest as the way out", async () => {
    expect(await refusal("point-to-pont")).toMatchObject({
      message: naming('"point-to-pont"', '"point-to-point"'),
      cause: null,
      tryThis: "point-to-point",
    });
  });

  test("where none is near, has the list of all", async () => {
    expect(await refusal("weave")).toMatchObject({
      message: naming('"weave"', recipeNames().join(", ")),
      cause: null,
      tryThis: "wirework list",
    });
  });

  test("but a file of that name, has the file as the way out", async () => {
    const file = recipeFile("", []);
    process.chdir(dirname(file));
    expect(await refusal("my-link")).toMatchObject({
      message: naming('"my-link"', recipeNames().join(", ")),
      cause: null,
      tryThis: "./my-link.ts",
    });
  });

  test.each(["./nowhere.ts", "nowhere.ts", "no/where"])("as a file: %s", async (reference) => {
    const expected = { message: naming(`"${reference}"`), cause: null, tryThis: "wirework list" };
    expect(await refusal(reference)).toMatchObject(expected);
  });

  test("but a folder in its place", async () => {
    const folder = join(emptyFolder(), "folder.ts");
    mkdirSync(folder);
    expect(await refusal(folder)).toMatchObject({ message: naming(`"${folder}"`), tryThis: "wirework list" });
  });
});

describe("a file that is no recipe", () => {
  test.each([["export const a = 1;"], ["export default 5;"], ["export default undefined;"]])("%s", async (text) => {
    const file = fileWith(text);
    expect(await refusal(file)).toMatchObject({
      message: naming(file),
      cause: null,
      tryThis: expect.stringMatching(/^export default recipe\(.*"wirework"$/),
    });
  });

  test("without a default export, and with another one, are two reasons", async () => {
    const [none, other] = await Promise.all(
      ["export const a = 1;", "export default undefined;"].map(async (text) => {
        const file = fileWith(text);
        return (await refusal(file)).message.replace(file, "");
      }),
    );
    expect(none).not.toBe(other);
  });

  test.each([
    ["\nthrow new Error('no luck');", "line 2: Error: no luck"],
    ["\nprocess.exit(0);", expect.stringMatching(/^line 2: RecipeError: .*process\.exit/)],
    ["throw null;", "null"],
    ["throw 'words';", "words"],
    ["\n\nexport default {", "line 3: Expected identifier but found end of file"],
    ["throw Object.assign(new Error('a'), { stack: '' });", "Error: a"],
  ])("%j, with its line where it has one", async (text, cause) => {
    const file = fileWith(text);
    expect(await refusal(file)).toMatchObject({ message: naming(file), cause, tryThis: null });
  });

  test("which needs what is not there", async () => {
    const { cause } = await refusal(fileWith('import "left-pad";'));
    expect(cause).toContain("'left-pad'");
  });
});
