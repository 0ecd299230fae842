/**
 * The page "What the article gets wrong".
 *
 * @module
 */
import { basename, relative } from "node:path";

import { type Demonstration, demonstrationOf, recordingOf } from "./demonstrations.ts";
import { anchor, code, fenced, link, list, madeFrom, paragraphs, statementAnchor } from "./markdown.ts";
import { ARTICLE_PAGE, statementLink } from "./pages.ts";
import { CLAIMS_FILE, type Erratum, errata } from "./errata.ts";

/** Returns its text, with the recorded runs */
export async function errataPage(): Promise<string> {
  return paragraphs(
    madeFrom(`${CLAIMS_FILE} and docs/errata`),
    "# What the article gets wrong",
    `Some of what the article says is not so, and some is wrong in its Chinese translation only. Each entry has the numbers of
${link("the statements", ARTICLE_PAGE)} that it is about, and is shown by a run: a small recipe, which you can read, run and change. Ids and times
are others in your run. A test runs each of them, and fails when it shows anything else than what is here.`,
    ...(await Promise.all(errata().map(entry))),
  );
}

async function entry(erratum: Erratum): Promise<string> {
  const demonstration = await demonstrationOf(erratum);
  const anchors = erratum.claims.map((claim) => anchor(statementAnchor(claim))).join("");
  const numbers = erratum.claims.map((claim) => statementLink(ARTICLE_PAGE, claim)).join(" and ");
  return paragraphs(
    `## ${demonstration.title}`,
    `${anchors}Statement ${numbers}. Its recipe: ${link(code(basename(demonstration.file)), relative("docs", demonstration.file))}.`,
    list([`${erratum.by}: ${erratum.said}`, `what is true: ${erratum.isTrue}`]),
    demonstration.note,
    fenced("sh", [commandOf(demonstration)]),
    fenced("console", recordingOf(demonstration).trimEnd().split("\n")),
  );
}

function commandOf({ file, on }: Demonstration): string {
  const command = `scripts/wirework run ${file}`;
  return { sandbox: command, "root's sandbox": `sudo ${command}`, docker: `sudo ${command} --on docker` }[on];
}
