/**
 * Compares a line's output here with the article's.
 *
 * @module
 */
import { type TextDifference, TEXT_DIFFERENCES } from "./text-differences.ts";

/** The article's mark for an omission */
const LEFT_OUT = "...";

/** Replaces explained differences in both texts; no command prints it */
const EXPLAINED = "\u0000";

/** The result of a comparison */
export interface Comparison {
  /** The known reasons for differences; empty when the texts are equal */
  readonly reasons: readonly string[];
  /** Lines without a known reason: those of the article that are missing here, and additional ones */
  readonly unexplained: readonly string[];
}

/**
 * Compares a line's output with the article's sample. Where the sample has an omission, the output may have
 * more.
 *
 * @example
 * ```ts
 * import { compare } from "./compare-output.ts";
 * import { expect } from "bun:test";
 *
 * const { reasons, unexplained } = compare(["DROP  all  --  0.0.0.0/0"], ["DROP  0    --  0.0.0.0/0"]);
 * expect(reasons).toEqual(["iptables 1.8.9 gives protocols as numbers with -n, too: 0 for all, 6 for tcp, 17 for udp"]);
 * expect(unexplained).toEqual([]);
 * ```
 */
export function compare(sample: readonly string[], printed: readonly string[]): Comparison {
  const texts = { article: textOf(sample), here: textOf(printed) };
  const reasons = new Set<string>();
  for (const difference of TEXT_DIFFERENCES) {
    const { article, here, reason } = difference;
    if (!applies(difference, texts)) continue;
    if (article === null || matches(texts.article, article) !== matches(texts.here, here)) reasons.add(reason);
    texts.article = article === null ? texts.article : texts.article.replace(article, EXPLAINED);
    texts.here = texts.here.replace(here, article === null ? "" : EXPLAINED);
  }
  return { reasons: [...reasons], unexplained: unexplained(linesOf(texts.article), linesOf(texts.here)) };
}

/** Both texts, with explained differences removed */
interface Texts {
  readonly article: string;
  readonly here: string;
}

function applies({ article, here }: TextDifference, texts: Texts): boolean {
  if (texts.here.match(here) === null) return false;
  return article === null ? texts.article.match(here) === null : texts.article.match(article) !== null;
}

function matches(text: string, pattern: RegExp): string {
  return (text.match(pattern) ?? []).join("\n");
}

function unexplained(article: readonly string[], here: readonly string[]): readonly string[] {
  const told = article.filter((line) => line !== LEFT_OUT).map((line) => ({ line, pattern: patternOf(line) }));
  const missing = told.filter(({ pattern }) => !here.some((line) => pattern.test(line)));
  const more = here.filter((line) => !told.some(({ pattern }) => pattern.test(line)));
  const lines = [...missing.map(({ line }) => line), ...(article.includes(LEFT_OUT) ? [] : more)];
  return lines.map((line) => line.replaceAll(EXPLAINED, "…"));
}

/** Returns a pattern for a line of the article, which may contain an omission */
function patternOf(line: string): RegExp {
  return new RegExp(`^${line.split(LEFT_OUT).map(RegExp.escape).join(".*")}$`, "s");
}

function textOf(lines: readonly string[]): string {
  return lines.map((line) => line.trimEnd()).join("\n");
}

/** Splits a text into lines, with single spaces between columns */
function linesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim().replace(/[ \t]+/g, " "))
    .filter((line) => line !== "");
}
