/**
 * What a person is told of a paste.
 *
 * @module
 */
import type { ArticleValue } from "./article-values.ts";
import type { Mended } from "./mend.ts";

/** What there was in it */
export interface Found {
  readonly mended: readonly Mended[];
  readonly values: readonly ArticleValue[];
}

/** `null` when there was nothing: `mended the prompt $; 2778 is the article's: docker inspect shows yours` */
export function said({ mended, values }: Found): string | null {
  const faults = mended.map(({ mending, count, was, is }) => mending.said(count, was, is));
  const sentences = [
    ...(faults.length === 0 ? [] : [`mended ${faults.join(", ")}`]),
    ...values.map(({ value, shownBy }) => `${value} is the article's: ${shownBy} shows yours`),
  ];
  return sentences.length === 0 ? null : sentences.join("; ");
}
