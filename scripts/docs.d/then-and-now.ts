/**
 * The page "Then and now", generated from the table of eras.
 *
 * @module
 */
import { ERAS, type Era } from "../../lib/eras/era.ts";
import { GONE } from "../../lib/eras/gone.ts";
import { type ArticleOption, OPTIONS } from "../../lib/eras/article-options.ts";
import { beganIn, practiceOf, type Topic } from "../../lib/eras/topic.ts";
import { TOPICS } from "../../lib/eras/topics.ts";
import { codeInCell, escaped, link, madeFrom, table } from "./markdown.ts";
import { ARTICLE_PAGE, statementLink } from "./pages.ts";

/** Returns its text */
export function thenAndNow(): string {
  return `${madeFrom("lib/eras")}

# Then and now

The article is of 2014, when Docker was at 1.1. Most of what it says is still so; this page has what is not. The sandbox
does what Docker did then, so that the article's commands do what the article says. With \`--on docker\` a recipe
runs on a real engine, and ends with the lines of this table that its checks are about:

\`\`\`text
# Then and now: this is Docker 20.10.24, the article's was 1.1
\`\`\`

## The article's options

All options of its "Quick Guide" are still taken. Where today's way is another one, "today" has it. Docker's own packages read no
\`DOCKER_OPTS\`: there the daemon's options are lines of \`/etc/docker/daemon.json\`. They are about its one bridge; a network of your own gets the same
from \`docker network create\`.

${table(
  ["then", "what it decides", "taken by", "today", "daemon.json", "docker network create"],
  OPTIONS.map(optionRow),
)}

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

## Sources

By topic, with the article's ${link("statements", ARTICLE_PAGE)} that it is about. Tags and files are those of moby,
Docker's source. What was measured was measured with Debian's docker.io 20.10.24.

${TOPICS.map(sourcesOf).join("\n")}`;
}

function optionRow({ spellings, taker, today, means, file, network }: ArticleOption): readonly string[] {
  const cell = (text: string | null) => (text === null ? "" : codeInCell(text));
  return [
    spellings.map(codeInCell).join(" "),
    escaped(means),
    taker === "both" ? "both" : codeInCell(taker),
    today === null ? "the same" : escaped(today),
    cell(file),
    cell(network),
  ];
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
  const numbers = claims.map((claim) => statementLink(ARTICLE_PAGE, claim)).join(", ");
  return `- ${escaped(topic)} (${numbers}): ${sources.map(escaped).join("; ")}`;
}
