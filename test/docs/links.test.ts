/**
 * Links of the documents: each leads to a file that is there and, where it names a part of it, to that.
 */
import { describe, expect, test } from "bun:test";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

import { anchorOf } from "../../scripts/docs.d/markdown.ts";

const PROJECT = resolve(import.meta.dir, "../..");

const documents = [
  "README.md",
  "SECURITY.md",
  "CHANGELOG.md",
  ...new Bun.Glob("docs/**/*.md").scanSync(PROJECT),
].toSorted();

/** A document's own text, without what is in fences and in code */
function proseOf(document: string): string {
  return readFileSync(join(PROJECT, document), "utf8")
    .replace(/^```.*?^```$/gms, "")
    .replace(/`[^`\n]*`/g, "");
}

/** What a link may name of a document: its headings, and places with an id of their own */
function anchorsIn(document: string): readonly string[] {
  const text = readFileSync(join(PROJECT, document), "utf8").replace(/^```.*?^```$/gms, "");
  const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => anchorOf(heading));
  return [...headings, ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = ""]) => id)];
}

/** Why a link leads nowhere; `null` when it leads somewhere */
function objectionTo(document: string, link: string): string | null {
  const [path = "", anchor] = link.split("#");
  const target = path === "" ? document : relative(PROJECT, resolve(PROJECT, dirname(document), path));
  if (!existsSync(join(PROJECT, target))) return `${document}: there is no ${target}`;
  if (anchor === undefined || anchorsIn(target).includes(anchor)) return null;
  return `${document}: ${target} has no #${anchor}`;
}

describe("all links lead somewhere:", () => {
  test.each(documents)("%s", (document) => {
    const links = [...proseOf(document).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
    const own = links.filter((link) => !/^[a-z]+:/.test(link));
    expect(own.map((link) => objectionTo(document, link)).filter((objection) => objection !== null)).toEqual([]);
  });
});

test("there are links to check, and one that leads nowhere is found", () => {
  expect(proseOf("docs/errata.md")).toContain("](article.md#statement-2)");
  expect(objectionTo("docs/errata.md", "article.md#statement-2")).toBeNull();
  expect(objectionTo("docs/errata.md", "article.md#statement-127")).toContain("has no #statement-127");
  expect(objectionTo("docs/errata.md", "nowhere.md")).toContain("there is no docs/nowhere.md");
});

test("an anchor occurs once in its document", () => {
  for (const document of documents) {
    const anchors = anchorsIn(document);
    expect({ document, twice: anchors.filter((anchor, at) => anchors.indexOf(anchor) !== at) }).toEqual({
      document,
      twice: [],
    });
  }
});
