import type { Speaker } from "../shell/line.ts";

/** Whose comment a step has: the article's, if it says so, or else if a line under it is */
export type CommentOf = Extract<Speaker, "article"> | "its lines";

/** Begins a step */
export interface Step {
  /** With the comment over its commands, an argument a line */
  (...comment: readonly string[]): void;
  /** The same, where the article has the comment and no line under it */
  article(...comment: readonly string[]): void;
}

/** Makes what recipes call `step` */
export function stepOf(begin: (comment: readonly string[], said: CommentOf) => void): Step {
  return Object.assign((...comment: readonly string[]) => begin(comment, "its lines"), {
    article: (...comment: readonly string[]) => begin(comment, "article"),
  });
}
