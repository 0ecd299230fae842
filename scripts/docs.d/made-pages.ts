/**
 * Generated pages with their current texts.
 *
 * @module
 */
import { articlePage } from "./article-page.ts";
import { errataPage } from "./errata-page.ts";
import { indexPage } from "./index-page.ts";
import { ARTICLE_PAGE, ERRATA_PAGE, INDEX_PAGE, recipePagePath, THEN_AND_NOW_PAGE, TOOLS_PAGE } from "./pages.ts";
import { recipePage } from "./recipe-page.ts";
import { readRecipes } from "./shown.ts";
import { thenAndNow } from "./then-and-now.ts";
import { toolsPage } from "./tools-page.ts";

/** A page */
export interface MadePage {
  /** The path from the project's folder */
  readonly path: string;
  readonly text: string;
}

/** Generates them; runs on the page of errors are the last recorded ones */
export async function madePages(): Promise<readonly MadePage[]> {
  const recipes = await readRecipes();
  const texts: readonly (readonly [path: string, text: string])[] = [
    [INDEX_PAGE, indexPage(recipes)],
    [ARTICLE_PAGE, articlePage(recipes)],
    [THEN_AND_NOW_PAGE, thenAndNow()],
    [ERRATA_PAGE, await errataPage()],
    [TOOLS_PAGE, toolsPage()],
    ...(await Promise.all(
      recipes.map(async (recipe) => [recipePagePath(recipe.name), await recipePage(recipe)] as const),
    )),
  ];
  return texts.map(([path, text]) => ({ path: `docs/${path}`, text: `${text}\n` }));
}
