/**
 * Where the pages are, below `docs/`, and how others link to their parts.
 *
 * @module
 */
import { link, statementAnchor } from "./markdown.ts";

export const INDEX_PAGE = "README.md";
export const ARTICLE_PAGE = "article.md";
export const THEN_AND_NOW_PAGE = "then-and-now.md";
export const ERRATA_PAGE = "errata.md";
export const TOOLS_PAGE = "tools-and-examples.md";

/** Where a recipe's page is */
export function recipePagePath(name: string): string {
  return `recipes/${name}.md`;
}

/** A statement's number, linked to where a page has it */
export function statementLink(page: string, claim: number): string {
  return link(String(claim), `${page}#${statementAnchor(claim)}`);
}
