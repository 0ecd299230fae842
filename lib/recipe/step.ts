import type { Speaker } from "../shell/template/line.ts";

/** Whose comment a step has: somebody's, if it says so, or else the article's if a line under it is */
export type CommentOf = Speaker | "its lines";

/** Begins a step */
export interface Step {
  /** With the comment over its commands, an argument a line */
  (...comment: readonly string[]): void;
  /** The same, where the article has the comment and no line under it */
  article(...comment: readonly string[]): void;
  /** The same, where the article has a line under it and no comment: that is ours */
  told(...comment: readonly string[]): void;
}

/** Makes what recipes call `step` */
export function stepOf(begin: (comment: readonly string[], said: CommentOf) => void): Step {
  return Object.assign((...comment: readonly string[]) => begin(comment, "its lines"), {
    article: (...comment: readonly string[]) => begin(comment, "article"),
    told: (...comment: readonly string[]) => begin(comment, "told"),
  });
}
