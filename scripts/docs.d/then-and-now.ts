/**
 * The page "Then and now", made from the table of eras.
 *
 * @module
 */
import { ERAS, type Era } from "../../lib/eras/era.ts";
import { GONE } from "../../lib/eras/gone.ts";
import { MOVED } from "../../lib/eras/moved.ts";
import { beganIn, practiceOf, type Topic } from "../../lib/eras/topic.ts";
import { TOPICS } from "../../lib/eras/topics.ts";

/** Where it goes, from the project's folder */
export const PAGE = "docs/then-and-now.md";

/** Its text */
export function thenAndNow(): string {
  return `<!-- Made by scripts/docs from lib/eras: change it there -->

# Then and now

The article is of 2014, when Docker was at 1.1. Most of what it says is still so; this page has what is not. The sandbox
does what Docker did then, so that the article's commands do what the article says. With \`--on docker\` a recipe
runs on a real engine, and ends with the lines of this table that its checks are about:

\`\`\`text
# Then and now: this is Docker 20.10.24, the article's was 1.1
\`\`\`

## What the article says, and what engines do

A column is what that version does. What a version between two of them does is as a rule in the column on its left; where it
changed earlier than that, the cell says since when.

${table(["topic", "the article", ...ERAS.map((era) => `Docker ${era}`)], TOPICS.map(topicRow))}

## What is gone

Typed today, these are refused, or taken for something else. wirework then says what replaces them.

${table(
  ["typed then", "what became of it", "instead"],
  GONE.map(({ typed, fate, instead }) => [typed, fate, instead].map(escaped)),
)}

## The bridge's options, for a network of your own

The article's options of the daemon are about its one bridge, and still there. For a network of your own, the same is said
to \`docker network create\`:

${table(
  ["the daemon", "docker network create"],
  MOVED.map(({ daemon, network }) => [daemon, network].map(code)),
)}

## Sources

By topic, with the article's [statements](../test/article-claims.md) that it is about. Tags and files are those of moby,
Docker's source. What was measured was measured with Debian's docker.io 20.10.24.

${TOPICS.map(sourcesOf).join("\n")}
`;
}

function topicRow(topic: Topic): readonly string[] {
  return [topic.topic, topic.article, ...ERAS.map((era) => cell(topic, era))].map(escaped);
}

function cell(topic: Topic, era: Era): string {
  const began = beganIn(topic, era);
  const practice = practiceOf(topic, era);
  if (practice === null) return "as the article";
  return began === era ? practice : `as ${began}`;
}

function sourcesOf({ topic, claims, sources }: Topic): string {
  return `- ${escaped(topic)} (${claims.join(", ")}): ${sources.map(escaped).join("; ")}`;
}

/** A table as the formatter would align it */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(3, ...[title, ...rows.map((row) => row[column] ?? "")].map(width)),
  );
  const line = (cells: readonly string[]) =>
    `| ${widths.map((most, column) => padded(cells[column] ?? "", most)).join(" | ")} |`;
  return [line(head), line(widths.map((most) => "-".repeat(most))), ...rows.map(line)].join("\n");
}

function padded(text: string, most: number): string {
  return text + " ".repeat(most - width(text));
}

function width(text: string): number {
  return Bun.stringWidth(text);
}

/** A text of which Markdown makes nothing */
function escaped(text: string): string {
  return text.replace(/[[\]*<>|\\]|(?<!\w)_|_(?!\w)/g, (sign) => `\\${sign}`);
}

function code(text: string): string {
  return `\`${text}\``;
}
