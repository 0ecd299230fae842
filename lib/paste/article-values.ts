/**
 * The article's own containers and processes, of which every reader has others.
 *
 * @module
 */
import { SAMPLES } from "../article/samples.ts";

const PROMPT = /^root@([\da-f]{12}):/;

/** What shows the reader's own, by the article's */
const SHOWN_BY: ReadonlyMap<string, string> = new Map(
  SAMPLES.flatMap(({ line, printed: [first = ""] }): readonly (readonly [string, string])[] => {
    const container = PROMPT.exec(first)?.[1];
    if (container !== undefined) return [[container, "docker ps"]];
    return line.includes(" inspect ") ? [[first, "docker inspect"]] : [];
  }),
);

/** What is not run, as what the article prints has become */
const COMMENT = /^[ \t]*#.*$/gm;

const VALUES = new RegExp(String.raw`\b(?:${[...SHOWN_BY.keys()].join("|")})\b`, "g");

/** A value of the article's, and what shows the reader's own */
export interface ArticleValue {
  readonly value: string;
  readonly shownBy: string;
}

/**
 * Those in a text that is run, each once.
 *
 * @example
 * ```ts
 * import { articleValues } from "./article-values.ts";
 * import { expect } from "bun:test";
 *
 * expect(articleValues("pid=2778")).toEqual([{ value: "2778", shownBy: "docker inspect" }]);
 * expect(articleValues("pid=27789")).toEqual([]);
 * ```
 */
export function articleValues(text: string): readonly ArticleValue[] {
  return [...new Set(text.replace(COMMENT, "").match(VALUES))].map((value) => ({
    value,
    shownBy: SHOWN_BY.get(value) ?? "",
  }));
}
