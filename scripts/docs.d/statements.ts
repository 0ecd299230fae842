/**
 * The article's statements, read from test/article-claims.md.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Where they are written down */
export const STATEMENTS = "test/article-claims.md";

/** A statement of the article */
export interface Statement {
  readonly number: number;
  /** Markdown */
  readonly text: string;
}

/** A section of the article */
export interface Section {
  readonly title: string;
  readonly statements: readonly Statement[];
}

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

/** The article's sections in order, with their statements */
export function sections(): readonly Section[] {
  return parts()
    .filter(({ heading }) => heading !== ERRATA)
    .map(({ heading, rows }) => ({
      title: heading.replace(/ \(.*\)$/, ""),
      statements: rows.map(([number = "", text = ""]) => ({ number: Number(number), text })),
    }));
}

/** What is wrong, in the order of the statements */
export function errata(): readonly Erratum[] {
  const table = parts().find(({ heading }) => heading === ERRATA);
  return (table?.rows ?? []).map(([numbers = "", said = "", isTrue = ""]) => ({
    claims: numbers.split(", ").map(Number),
    by: said.startsWith(TRANSLATED) ? "the Chinese translation" : "the article",
    said: said.replace(TRANSLATED, ""),
    isTrue,
  }));
}

/** Headings, and the rows of the tables below them, but for each table's head */
function parts(): readonly { readonly heading: string; readonly rows: readonly (readonly string[])[] }[] {
  const text = readFileSync(join(import.meta.dir, "../..", STATEMENTS), "utf8");
  return text
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [heading = "", ...lines] = part.split("\n");
      return { heading, rows: lines.filter((line) => /^\| \d/.test(line)).map(cells) };
    });
}

function cells(row: string): readonly string[] {
  return row
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());
}
