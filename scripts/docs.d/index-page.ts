/**
 * The page that links to all others.
 *
 * @module
 */
import { code, link, madeFrom, paragraphs, table } from "./markdown.ts";
import { ARTICLE_PAGE, ERRATA_PAGE, recipePagePath, THEN_AND_NOW_PAGE, TOOLS_PAGE } from "./pages.ts";
import type { ReadRecipe } from "./shown.ts";

/** Returns its text for the existing recipes */
export function indexPage(recipes: readonly ReadRecipe[]): string {
  return paragraphs(
    madeFrom("the recipes"),
    "# Documentation",
    `One page for each recipe: what it builds, its lines and what each does, how to see it, how to undo it by hand, and what goes wrong.`,
    table(
      ["recipe", "what it builds"],
      recipes.map(({ name, recipe }) => [link(code(name), recipePagePath(name)), recipe.summary]),
    ),
    "And about the article itself:",
    table(
      ["page", "contents"],
      [
        [
          link("The article, section by section", ARTICLE_PAGE),
          "its statements by number, and which recipe proves which",
        ],
        [link("Then and now", THEN_AND_NOW_PAGE), "its options, and what Docker does differently today"],
        [link("What the article gets wrong", ERRATA_PAGE), "its errors, each shown by a run"],
        [link("Tools and Examples", TOOLS_PAGE), "the two projects that it links to"],
        [link("The journal", "journal.md"), "how a run on your own machine is undone"],
        [
          link("Performance", "performance.md"),
          "what building networks costs, here and elsewhere, and how to measure it",
        ],
        [
          link("The way of a line", "architecture.md"),
          "from its text to the kernel and back, with the file at each station",
        ],
        [
          link("How the tests are measured", "testing.md"),
          "faults put into copies of the program, and which of them survive",
        ],
      ],
    ),
  );
}
