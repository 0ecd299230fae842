/**
 * The part of a recipe's page with its lines and their explanations.
 *
 * @module
 */
import { commentLines, promptedLine } from "../../lib/cli/commands/steps-text.ts";
import { type ExplainedLine, explainLine } from "../../lib/explain/explain-line.ts";
import type { ArticleStep } from "../../lib/recipe/article-steps.ts";
import { code, escaped, fenced, list, paragraphs } from "./markdown.ts";

/** An option, or a text with options in it: `'DOCKER_OPTS="--icc=false"'` */
const OPTION = /^-|="-/;

/** Formats the steps with numbers: lines as typed, and explanations that did not occur before */
export function linesOf(steps: readonly ArticleStep[]): string {
  const told = new Set<string>();
  const parts = steps.flatMap((step, at) => [
    `### Step ${at + 1}`,
    fenced("console", [...commentLines(step), ...step.lines.map(promptedLine)]),
    list(step.lines.flatMap(({ text }) => explanationOf(explainLine(text), told))),
  ]);
  return paragraphs(...parts);
}

/** Explains a line and its options, except for what was explained before with other names or addresses */
function explanationOf(line: ExplainedLine, told: Set<string>): readonly string[] {
  const isNews = (text: string) => told.size < told.add(text).size;
  const isNewDeed = isNews(generalised(line));
  const options = line.words.filter(({ word, means }) => OPTION.test(word) && isNews(`${word}: ${means}`));
  if (!isNewDeed && options.length === 0) return [];
  const sentence = isNewDeed ? sentenceOf(line) : `${code(line.line)} does the same, with`;
  return [[sentence, ...options.map(({ word, means }) => `  - ${code(word)}: ${escaped(means ?? "")}`)].join("\n")];
}

/** Replaces a line's own words in its explanation by a mark */
function generalised({ line, changes, kernel }: ExplainedLine): string {
  const own = new Set(line.split(/[\s=]+/).flatMap((word) => [word, ...word.split("/")]));
  return [changes ?? "", ...kernel].join("\n").replace(/[^\s,:;]+/g, (word) => (own.has(word) ? "…" : word));
}

function sentenceOf({ line, words, changes, kernel }: ExplainedLine): string {
  const [first = "", ...others] = kernel;
  const does = words.length === 1 ? (words[0]?.means ?? "") : changes === "nothing" ? "only looks" : (changes ?? "");
  const deeds = escaped([first, ...others.map((deed) => `then it ${deed}`)].join("; "));
  if (afterTheVerb(first).startsWith(afterTheVerb(does))) return `${code(line)}: the kernel ${deeds}.`;
  return `${code(line)} ${escaped(does)}. The kernel ${deeds}.`;
}

/** Strips the verb, so that "removes the link" and "deletes the link" count as equal */
function afterTheVerb(sentence: string): string {
  return sentence.slice(sentence.indexOf(" "));
}
