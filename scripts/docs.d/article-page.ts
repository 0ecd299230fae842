/**
 * The page "The article, section by section".
 *
 * @module
 */
import { type Section, SECTIONS } from "../../lib/article/sections.ts";
import { type Statement, STATEMENTS } from "../../lib/article/statements.ts";
import { UNCHECKED } from "../../lib/article/unchecked.ts";
import { CLAIMS_FILE, type Erratum, errata } from "./errata.ts";
import { anchor, anchorOf, code, link, madeFrom, paragraphs, statementAnchor, table } from "./markdown.ts";
import { ERRATA_PAGE, recipePagePath, statementLink, THEN_AND_NOW_PAGE, TOOLS_PAGE } from "./pages.ts";
import { SECTION_TEXTS } from "./sections.ts";
import { claimsOf, type ReadRecipe } from "./shown.ts";

/** Returns its text for the existing recipes */
export function articlePage(recipes: readonly ReadRecipe[]): string {
  const proved = STATEMENTS.filter(({ number }) => recipes.some((recipe) => claimsOf(recipe).includes(number)));
  return paragraphs(
    madeFrom(`lib/article, the recipes, ${CLAIMS_FILE} and scripts/docs.d/sections.ts`),
    "# The article, section by section",
    `Docker's "Network Configuration" makes ${STATEMENTS.length} statements. This page lists them in the article's order, with the numbers that checks and pages
use, and the recipes that prove them: ${proved.length} so far. ${link("What the article gets wrong", ERRATA_PAGE)} lists its errors, and ${link("Then and now", THEN_AND_NOW_PAGE)} what
engines have changed since.`,
    table(
      ["section", "recipes"],
      SECTIONS.map((section) => [
        link(section.title, `#${anchorOf(section.title)}`),
        written(section, recipes).map(recipeLink).join(", "),
      ]),
    ),
    ...SECTIONS.map((section) => sectionPart(section, recipes)),
  );
}

function sectionPart(section: Section, recipes: readonly ReadRecipe[]): string {
  const { title, later } = section;
  const own = written(section, recipes).map(recipeLink);
  const toCome = section.recipes.filter((name) => !written(section, recipes).includes(name)).map(code);
  return paragraphs(
    `## ${title}`,
    SECTION_TEXTS[title],
    own.length === 0 ? "" : `Its recipe${own.length === 1 ? "" : "s"}: ${own.join(", ")}.`,
    toCome.length === 0 ? "" : `Still to be written: ${toCome.join(", ")}.`,
    later === null ? "" : `${link("Its two links", TOOLS_PAGE)}: ${later}.`,
    table(
      ["#", "the article says", "proved by"],
      STATEMENTS.filter(({ section }) => section === title).map((statement) => row(statement, recipes)),
    ),
  );
}

/** Returns the existing recipes of a section */
function written({ recipes: named }: Section, recipes: readonly ReadRecipe[]): readonly string[] {
  return named.filter((name) => recipes.some((recipe) => recipe.name === name));
}

function row({ number, says }: Statement, recipes: readonly ReadRecipe[]): readonly string[] {
  const wrong = errata().find(({ claims }) => claims.includes(number));
  const text = says.replaceAll("|", "\\|");
  const reason = UNCHECKED[number];
  const proofs = recipes.filter((recipe) => claimsOf(recipe).includes(number)).map(({ name }) => recipeLink(name));
  return [
    `${anchor(statementAnchor(number))}${number}`,
    wrong === undefined ? text : `${text}. ${wrongIn(wrong)}: see ${statementLink(ERRATA_PAGE, number)}`,
    proofs.length === 0 && reason !== undefined ? `no recipe: ${reason}` : proofs.join(", "),
  ];
}

function wrongIn({ by }: Erratum): string {
  return by === "the article" ? "Not quite" : "The Chinese translation is wrong";
}

function recipeLink(name: string): string {
  return link(code(name), recipePagePath(name));
}
