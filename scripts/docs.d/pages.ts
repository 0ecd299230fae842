/**
 * Paths of the pages below `docs/`, and links to their parts.
 *
 * @module
 */
import { link, statementAnchor } from "./markdown.ts";

export const INDEX_PAGE = "README.md";
export const ARTICLE_PAGE = "article.md";
export const THEN_AND_NOW_PAGE = "then-and-now.md";
export const ERRATA_PAGE = "errata.md";
export const TOOLS_PAGE = "tools-and-examples.md";

/** Returns the path of a recipe's page */
export function recipePagePath(name: string): string {
  return `recipes/${name}.md`;
}

/** Links a statement's number to its place on a page */
export function statementLink(page: string, claim: number): string {
  return link(String(claim), `${page}#${statementAnchor(claim)}`);
}
