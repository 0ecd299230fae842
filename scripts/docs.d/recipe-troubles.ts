/**
 * The part of a recipe's page on what can go wrong.
 *
 * @module
 */
import { readStepNumber } from "../../lib/cli/without/step-number.ts";
import type { ArticleLine } from "../../lib/recipe/article-steps.ts";
import { codeInCell, escaped, fenced, paragraphs, table } from "./markdown.ts";
import type { ReadRecipe } from "./shown.ts";
import { troublesOf } from "./troubles.ts";

/** Lists programs' messages about mistyped lines, and explains how to see what a step is for */
export async function goingWrong(read: ReadRecipe, lines: readonly ArticleLine[]): Promise<string> {
  return paragraphs(troubleTable(lines), await leavingOut(read));
}

function troubleTable(lines: readonly ArticleLine[]): string {
  const typed = lines.filter((line) => line.in === "host").map(({ text }) => text);
  const rows = troublesOf(typed).map(({ says, cause, tryThis }) => [
    codeInCell(says),
    escaped(cause),
    escaped(tryThis),
  ]);
  return table(["it says", "because", "try"], rows);
}

/** Explains how to see what a step is for, when one can be left out */
async function leavingOut(read: ReadRecipe): Promise<string> {
  const numbers = read.outline.steps.map((_, at) => String(at + 1));
  const tried = await Promise.allSettled(numbers.map((number) => readStepNumber(number, read)));
  const possible = tried.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  if (possible.length === 0) return "";
  const linesIn = (number: number) => read.outline.steps[number - 1]?.lines.length ?? 0;
  const longest = possible.toSorted((one, other) => linesIn(other) - linesIn(one)).at(0);
  const command = `scripts/wirework run ${read.name} --without ${longest}`;
  return paragraphs(
    "To see what a step is for, leave it out, and see which checks fail:",
    fenced("sh", [command]),
    possible.length === 1 ? "" : `You can leave out any of the steps ${possible.join(", ")}.`,
  );
}
