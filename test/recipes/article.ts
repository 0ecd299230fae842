/**
 * The article's own lines, and the transcript of a run beside them.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A value that the article printed, and what such a value looks like in any run */
export type Samples = Readonly<Record<string, RegExp>>;

export const CONTAINER_ID = /[0-9a-f]{12}/;
export const PROCESS_ID = /[1-9][0-9]*/;

/** What is only for a machine that lacks a program, under a remark that says so */
const IF_MISSING = /^## If \S+ is not installed:\n.*\n/gm;

/** The comments and the commands that a section of the article has; none where it has words only */
export function articleLines(name: string): readonly string[] {
  const file = join(import.meta.dir, "../tutorial", `${name}.txt`);
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  return text
    .replace(IF_MISSING, "")
    .split("\n")
    .filter((line) => /^[#$] /.test(line));
}

/** The lines of a transcript, with the article's samples in place of what each was in this run */
export function inTheArticlesWords(
  transcript: string,
  article: readonly string[],
  samples: Samples,
): readonly string[] {
  let lines = transcript.split("\n");
  for (const [sample, pattern] of Object.entries(samples)) {
    const expected = article.find((line) => line.includes(sample)) ?? "";
    const real = lines
      .flatMap((line) => readSample(line, expected, sample, pattern))
      .find((value) => !(value in samples));
    if (real !== undefined)
      // A process may have the number of a prefix: `172.17.42.99/16`
      lines = lines.map((line) => line.replaceAll(new RegExp(`(?<![\\w.]|\\d/)${real}(?![\\w.])`, "g"), sample));
  }
  return lines;
}

/** What stands in a line everywhere that the article has the sample; nothing when it is another line */
function readSample(line: string, expected: string, sample: string, pattern: RegExp): readonly string[] {
  const [first = "", ...others] = expected.split(sample).map((text) => RegExp.escape(text));
  const found = new RegExp(`^${first}(?<real>${pattern.source})${others.join("\\k<real>")}$`).exec(line);
  return found?.groups?.["real"] === undefined ? [] : [found.groups["real"]];
}
