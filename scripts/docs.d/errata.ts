/**
 * Errors of the article, or of its translation, read from test/article-claims.md.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The file that lists them */
export const CLAIMS_FILE = "test/article-claims.md";

/** An error of the article, or of its translation */
export interface Erratum {
  /** The statements' numbers */
  readonly claims: readonly number[];
  readonly by: "the article" | "the Chinese translation";
  /** The wrong statement; Markdown, as is the correction */
  readonly said: string;
  readonly isTrue: string;
}

/** The heading above the table of errors */
const ERRATA = "What the article gets wrong, or the translation does";

/** The mark of an error in the translation only */
const TRANSLATED = "(Chinese) ";

/** Lists the errors in the order of the statements */
export function errata(): readonly Erratum[] {
  return rows().map(([numbers = "", said = "", isTrue = ""]) => ({
    claims: numbers.split(", ").map(Number),
    by: said.startsWith(TRANSLATED) ? "the Chinese translation" : "the article",
    said: said.replace(TRANSLATED, ""),
    isTrue,
  }));
}

/** Returns the rows of the table without its head */
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
