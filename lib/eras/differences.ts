import type { Era } from "./era.ts";
import { TOPICS } from "./topics.ts";
import { practiceOf } from "./topic.ts";

/** One thing that an engine does otherwise than the article says */
export interface Difference {
  readonly topic: string;
  readonly article: string;
  readonly now: string;
}

/** What engines of an era do otherwise than the article says, as far as these of its statements are concerned */
export function differences(era: Era, claims: readonly number[]): readonly Difference[] {
  return TOPICS.filter((topic) => topic.claims.some((claim) => claims.includes(claim))).flatMap((topic) => {
    const now = practiceOf(topic, era);
    return now === null ? [] : [{ topic: topic.topic, article: topic.article, now }];
  });
}
