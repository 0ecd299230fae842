/**
 * The article's own container ids and process ids, of which every reader has others.
 *
 * @module
 */
import { SAMPLES } from "../article/output-samples.ts";

const PROMPT = /^root@([\da-f]{12}):/;

/** Commands that show the reader's own value, by the article's */
const SHOWN_BY: ReadonlyMap<string, string> = new Map(
  SAMPLES.flatMap(({ line, printed: [first = ""] }): readonly (readonly [string, string])[] => {
    const container = PROMPT.exec(first)?.[1];
    if (container !== undefined) return [[container, "docker ps"]];
    return line.includes(" inspect ") ? [[first, "docker inspect"]] : [];
  }),
);

/** A comment, such as the article's output */
const COMMENT = /^[ \t]*#.*$/gm;

const VALUES = new RegExp(String.raw`\b(?:${[...SHOWN_BY.keys()].join("|")})\b`, "g");

/** A value of the article's, and the command that shows the reader's own */
export interface ArticleValue {
  readonly value: string;
  readonly shownBy: string;
}

/**
 * Finds such values in a text that is run, without duplicates.
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
