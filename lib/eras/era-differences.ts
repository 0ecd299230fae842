import type { Era } from "./era.ts";
import { TOPICS } from "./topics.ts";
import { practiceOf } from "./topic.ts";

/** A difference between an engine and the article */
export interface Difference {
  readonly topic: string;
  readonly article: string;
  readonly now: string;
}

/** Lists how engines of an era differ from the article, in these of its statements */
export function differences(era: Era, claims: readonly number[]): readonly Difference[] {
  return TOPICS.filter((topic) => topic.claims.some((claim) => claims.includes(claim))).flatMap((topic) => {
    const now = practiceOf(topic, era);
    return now === null ? [] : [{ topic: topic.topic, article: topic.article, now }];
  });
}
