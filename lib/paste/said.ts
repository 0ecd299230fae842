/**
 * Words the remarks on a paste.
 *
 * @module
 */
import type { ArticleValue } from "./article-values.ts";
import type { Mended } from "./mend.ts";

/** Faults and article values in a paste */
export interface Found {
  readonly mended: readonly Mended[];
  readonly values: readonly ArticleValue[];
}

/**
 * Words them: `mended the prompt $; 2778 is the article's: docker inspect shows yours`; `null` when there are
 * none
 */
export function said({ mended, values }: Found): string | null {
  const sentences = [
    saidOfRight(mended.filter(({ mending }) => mending.isNow === "right")),
    saidOfComments(mended.filter(({ mending }) => mending.isNow === "a comment")),
    saidOfValues(values),
  ].filter((sentence) => sentence !== null);
  return sentences.length === 0 ? null : sentences.join("; ");
}

function saidOfRight(mended: readonly Mended[]): string | null {
  return mended.length === 0 ? null : `mended ${mended.map(named).join(", ")}`;
}

function saidOfComments(mended: readonly Mended[]): string | null {
  const [one, other] = mended;
  if (one === undefined) return null;
  return `${listed(mended.map(named))} became ${other === undefined && one.count === 1 ? "a comment" : "comments"}`;
}

function saidOfValues(found: readonly ArticleValue[]): string | null {
  const values = [...new Set(found.map(({ value }) => value))];
  const shownBy = [...new Set(found.map((one) => one.shownBy))];
  if (values.length === 0) return null;
  return `${listed(values)} ${values.length === 1 ? "is" : "are"} the article's: ${listed(shownBy)} ${shownBy.length === 1 ? "shows" : "show"} yours`;
}

function named({ mending, count, was, is }: Mended): string {
  return mending.said(count, was, is);
}

/** Joins words: `a`, `a and b`, `a, b and c` */
function listed(words: readonly string[]): string {
  const [last = "", ...others] = words.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(", ")} and ${last}`;
}
