import type { Speaker } from "../shell/template/session-line.ts";

/** The author of a step's comment: as stated, or else the article if one of its lines is the article's */
export type CommentOf = Speaker | "its lines";

/** Begins a step */
export interface Step {
  /** Begins a step with the comment over its commands, one argument per line */
  (...comment: readonly string[]): void;
  /** Begins a step whose comment is the article's, although none of its lines is */
  article(...comment: readonly string[]): void;
  /** Begins a step whose comment is ours, although the article has its lines */
  told(...comment: readonly string[]): void;
}

/** Makes a recipe's `step` */
export function stepOf(begin: (comment: readonly string[], said: CommentOf) => void): Step {
  return Object.assign((...comment: readonly string[]) => begin(comment, "its lines"), {
    article: (...comment: readonly string[]) => begin(comment, "article"),
    told: (...comment: readonly string[]) => begin(comment, "told"),
  });
}
