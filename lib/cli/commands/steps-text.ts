/**
 * The article's notation: comments, and lines behind the prompts of the host and of a container.
 *
 * @module
 */
import type { ArticleLine, ArticleStep } from "../../recipe/article-steps.ts";
import type { LoadedRecipe } from "../../recipe/load.ts";
import type { Speaker } from "../../shell/template/line.ts";

/** What stands before a comment and before a line: the article's own, and ours for what it only tells */
const MARKS: Readonly<Record<Speaker, { readonly comment: string; readonly prompt: string }>> = {
  article: { comment: "# ", prompt: "$" },
  told: { comment: "## ", prompt: "+" },
};

/** A step's comment; nothing where it has none */
export function commentLines({ comment, said }: ArticleStep): readonly string[] {
  return comment.flatMap((text) => text.split("\n")).map((line) => `${MARKS[said].comment}${line}`);
}

/** A line behind its prompt, which is there twice in a container */
export function promptedLine({ text, in: window, said }: ArticleLine): string {
  const { prompt } = MARKS[said];
  return `${window === "container" ? prompt.repeat(2) : prompt} ${text}`;
}

/** What is to be said before the first step */
export function remarks({ name, recipe }: LoadedRecipe): readonly string[] {
  return recipe.article === null
    ? [`${MARKS.told.comment}${name} follows no section of the article: its lines are its own`]
    : [];
}
