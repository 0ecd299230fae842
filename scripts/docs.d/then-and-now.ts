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

The article is from 2014, when Docker was at 1.1. Most of it still holds; this page lists what has changed. The sandbox
does what Docker did then, so that the article's commands do what the article says. With \`--on docker\` a recipe
runs on a real engine, and at its end prints the lines of this table that its checks are about:

\`\`\`text
# Then and now: this is Docker 20.10.24, the article's was 1.1
\`\`\`

## The article's options

All options of its "Quick Guide" still exist; the column "today" has the newer way, if there is one. Docker's own packages do not read
\`DOCKER_OPTS\`: their daemon takes options from \`/etc/docker/daemon.json\`. These options configure its one bridge; for a network of your own,
use \`docker network create\`.

${table(["then", "what it sets", "taken by", "today", "daemon.json", "docker network create"], OPTIONS.map(optionRow))}

## What the article says, and what engines do

Each column describes that version. A version between two columns usually behaves like the one on its left; where the change came
earlier, the cell names the version.

${table(["topic", "the article", ...ERAS.map((era) => `Docker ${era}`)], TOPICS.map(topicRow))}

## What is gone

Typed today, these are refused, or have another meaning. wirework then names the replacement.

${table(
  ["typed then", "what happened to it", "instead"],
  GONE.map(({ typed, fate, instead }) => [typed, fate, instead].map(escaped)),
)}

## Sources

By topic, with the article's ${link("statements", ARTICLE_PAGE)} that it is about. Tags and files are those of moby,
Docker's source. Measurements are of Debian's docker.io 20.10.24.

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
