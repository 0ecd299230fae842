/**
 * A recipe's page, generated from the recipe itself.
 *
 * @module
 */
import { readFileSync } from "node:fs";

import { TOPICS } from "../../lib/eras/topics.ts";
import { articleSteps } from "../../lib/recipe/article-steps.ts";
import { anchorOf, code, commands, escaped, fenced, link, list, madeFrom, paragraphs, table } from "./markdown.ts";
import { ARTICLE_PAGE, ERRATA_PAGE, statementLink, THEN_AND_NOW_PAGE } from "./pages.ts";
import { linesOf } from "./recipe-lines.ts";
import { seeingOf } from "./recipe-seeing.ts";
import { goingWrong } from "./recipe-troubles.ts";
import { STARTS_CONTAINER, undoingOf } from "./recipe-undo.ts";
import { claimsOf, type ReadRecipe } from "./shown.ts";
import { errata } from "./errata.ts";

const THEIR_IDS = ` Ids and addresses are
the article's: yours differ.`;

/** Returns the text of a recipe's page */
export async function recipePage(read: ReadRecipe): Promise<string> {
  const { name, recipe, values } = read;
  const steps = await articleSteps(recipe, values);
  const lines = steps.flatMap((step) => step.lines);
  return paragraphs(
    madeFrom(`recipes/${name}.ts`),
    `# ${name}`,
    introduction(read),
    commands([
      [`run ${name}`, "builds it, checks it, and undoes it"],
      [`run ${name} --step`, "the same line by line, with the changes of each"],
      [`script ${name}`, "the same as a bash script"],
      ["shell", "a fresh host, to type the lines yourself"],
      [`check ${name}`, "checks what you have built so far, and names the first missing line"],
    ]),
    "## What it builds",
    fenced("text", recipe.builds),
    optionTable(read),
    "## The lines, and what each does",
    `\`$\` is typed on the host, \`$$\` in a container; \`+\`, \`++\` and \`##\` mark what the article only describes.${lines.some(({ text }) => STARTS_CONTAINER.test(text)) ? THEIR_IDS : ""} \`scripts/wirework explain 'LINE'\` explains a line, word by word.`,
    linesOf(steps),
    "## How to see it",
    seeingOf(read, lines),
    "## How to undo it by hand",
    undoingOf(lines),
    "## What goes wrong",
    await goingWrong(read, lines),
    otherwise(read),
  );
}

/** Returns the recipe's own first sentence, and the section that it follows */
function introduction({ file, recipe }: ReadRecipe): string {
  const [, sentence = recipe.summary] = /^\/\*\* (.*?\.) /m.exec(readFileSync(file, "utf8")) ?? [];
  if (recipe.article === null) return sentence;
  return `${sentence} It follows the article's section ${link(recipe.article, `../${ARTICLE_PAGE}#${anchorOf(recipe.article)}`)}.`;
}

function optionTable({ recipe }: ReadRecipe): string {
  const rows = Object.entries(recipe.options).map(([option, { type, help, shown }]) => [
    code(`--${option} ${type.placeholder}`),
    escaped(help),
    code(shown),
  ]);
  return table(["option", "what it is", "default"], rows);
}

/** Returns the remarks on the statements that it shows */
function otherwise(read: ReadRecipe): string {
  const claims = claimsOf(read);
  const isShown = (topic: { readonly claims: readonly number[] }) =>
    topic.claims.some((claim) => claims.includes(claim));
  const wrong = errata()
    .filter(isShown)
    .map(({ claims: numbers, by, said, isTrue }) => {
      const links = numbers.map((number) => statementLink(`../${ERRATA_PAGE}`, number));
      return `Statement ${links.join(" and ")}. In ${by}: ${said}. What is true: ${isTrue}.`;
    });
  const topics = TOPICS.filter(isShown).map(({ topic }) => escaped(topic));
  if (wrong.length + topics.length === 0) return "";
  return paragraphs(
    "## Where the article is wrong, or old",
    list(wrong),
    topics.length === 0
      ? ""
      : `Later engines differ, see ${link("Then and now", `../${THEN_AND_NOW_PAGE}`)}: ${topics.join("; ")}.`,
  );
}
