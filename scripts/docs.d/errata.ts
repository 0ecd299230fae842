/**
 * What the article, or its translation, gets wrong, read from test/article-claims.md.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Where it is written down */
export const CLAIMS_FILE = "test/article-claims.md";

/** Where the article, or its translation, is wrong */
export interface Erratum {
  /** The statements */
  readonly claims: readonly number[];
  readonly by: "the article" | "the Chinese translation";
  /** What is said; Markdown, as is what is true */
  readonly said: string;
  readonly isTrue: string;
}

/** The heading above the table of errors */
const ERRATA = "What the article gets wrong, or the translation does";

/** What stands before an error that only the translation has */
const TRANSLATED = "(Chinese) ";

/** What is wrong, in the order of the statements */
export function errata(): readonly Erratum[] {
  return rows().map(([numbers = "", said = "", isTrue = ""]) => ({
    claims: numbers.split(", ").map(Number),
    by: said.startsWith(TRANSLATED) ? "the Chinese translation" : "the article",
    said: said.replace(TRANSLATED, ""),
    isTrue,
  }));
}

/** The rows of the table, but for its head */
function rows(): readonly (readonly string[])[] {
  const text = readFileSync(join(import.meta.dir, "../..", CLAIMS_FILE), "utf8");
  const part = text.split(/^## /m).find((each) => each.startsWith(`${ERRATA}\n`)) ?? "";
  return part
    .split("\n")
    .filter((line) => /^\| \d/.test(line))
    .map(cells);
}

function cells(row: string): readonly string[] {
  return row
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());
}
