/**
 * The page "The article, section by section".
 *
 * @module
 */
import { SECTION_TEXTS } from "./sections.ts";
import { anchor, code, link, madeFrom, paragraphs, statementAnchor, table } from "./markdown.ts";
import { ERRATA_PAGE, recipePagePath, statementLink, THEN_AND_NOW_PAGE } from "./pages.ts";
import { claimsOf, type ReadRecipe } from "./shown.ts";
import { type Erratum, errata, type Section, sections, type Statement, STATEMENTS } from "./statements.ts";

/** Its text, for the recipes that there are */
export function articlePage(recipes: readonly ReadRecipe[]): string {
  const numbers = sections().flatMap(({ statements }) => statements.map(({ number }) => number));
  const proved = numbers.filter((number) => recipes.some((recipe) => claimsOf(recipe).includes(number)));
  return paragraphs(
    madeFrom(`${STATEMENTS}, the recipes and scripts/docs.d/sections.ts`),
    "# The article, section by section",
    `Docker's "Network Configuration" makes ${numbers.length} statements. Here they are in the article's order, by the numbers that checks and pages
name, with the recipes that prove them: ${proved.length} so far. Where the article is wrong, ${link("What the article gets wrong", ERRATA_PAGE)} shows it;
what engines have changed since is in ${link("Then and now", THEN_AND_NOW_PAGE)}.`,
    ...sections().map((section) => sectionPart(section, recipes)),
  );
}

function sectionPart({ title, statements }: Section, recipes: readonly ReadRecipe[]): string {
  const text = SECTION_TEXTS.find((entry) => entry.title === title);
  if (text === undefined) throw new Error(`scripts/docs.d/sections.ts has no text for the section "${title}"`);
  const own = recipes.filter(({ recipe }) => recipe.article === title).map(({ name }) => recipeLink(name));
  const names = recipes.map(({ name }) => name);
  const toCome = text.toCome.filter((name) => !names.includes(name)).map(code);
  return paragraphs(
    `## ${title}`,
    text.says,
    own.length === 0 ? "" : `Its recipe${own.length === 1 ? "" : "s"}: ${own.join(", ")}.`,
    toCome.length === 0 ? "" : `Still to be written: ${toCome.join(", ")}.`,
    table(
      ["#", "the article says", "proved by"],
      statements.map((statement) => row(statement, recipes)),
    ),
  );
}

function row({ number, text }: Statement, recipes: readonly ReadRecipe[]): readonly string[] {
  const wrong = errata().find(({ claims }) => claims.includes(number));
  const proofs = recipes.filter((recipe) => claimsOf(recipe).includes(number)).map(({ name }) => recipeLink(name));
  return [
    `${anchor(statementAnchor(number))}${number}`,
    wrong === undefined ? text : `${text}. ${wrongIn(wrong)}: see ${statementLink(ERRATA_PAGE, number)}`,
    proofs.join(", "),
  ];
}

function wrongIn({ by }: Erratum): string {
  return by === "the article" ? "Not quite" : "The Chinese has it wrong";
}

function recipeLink(name: string): string {
  return link(code(name), recipePagePath(name));
}
