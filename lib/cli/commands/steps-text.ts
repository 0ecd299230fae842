/**
 * The article's notation: comments, and lines with the prompts of the host or a container.
 *
 * @module
 */
import type { ArticleLine, ArticleStep } from "../../recipe/article-steps.ts";
import type { LoadedRecipe } from "../../recipe/load.ts";
import type { Speaker } from "../../shell/template/session-line.ts";

/** Marks of comments and prompts: the article's own, and ours for lines that the article only describes */
const MARKS: Readonly<Record<Speaker, { readonly comment: string; readonly prompt: string }>> = {
  article: { comment: "# ", prompt: "$" },
  told: { comment: "## ", prompt: "+" },
};

/** Formats a step's comment; empty when it has none */
export function commentLines({ comment, said }: ArticleStep): readonly string[] {
  return comment.flatMap((text) => text.split("\n")).map((line) => `${MARKS[said].comment}${line}`);
}

/** Formats a line with its prompt, which is doubled for a container */
export function promptedLine({ text, in: window, said }: ArticleLine): string {
  const { prompt } = MARKS[said];
  return `${window === "container" ? prompt.repeat(2) : prompt} ${text}`;
}

/** Returns the remarks before the first step */
export function remarks({ name, recipe }: LoadedRecipe): readonly string[] {
  return recipe.article === null
    ? [`${MARKS.told.comment}${name} follows no section of the article: its lines are its own`]
    : [];
}
