/**
 * A topic of the article, and what engines of each era do.
 *
 * @module
 */
import { type Era, erasUntil } from "./era.ts";

/** The behaviour of an engine; `null` when it is the article's */
export type Practice = string | null;

/** A row of the table */
export interface Topic {
  readonly topic: string;
  /** The numbers of the article's statements about it */
  readonly claims: readonly number[];
  /** The article's statement */
  readonly article: string;
  /** The behaviour of engines, by the era in which it began; an omitted era keeps the earlier behaviour */
  readonly engines: { readonly "1.1": Practice } & { readonly [Later in Exclude<Era, "1.1">]?: Practice };
  /** Sources: tag and file in moby, or a measurement */
  readonly sources: readonly string[];
}

/** Returns the era in which an engine's behaviour began */
export function beganIn({ engines }: Topic, era: Era): Era {
  return erasUntil(era).find((earlier) => engines[earlier] !== undefined) ?? era;
}

/** Returns the behaviour of an era's engines */
export function practiceOf(topic: Topic, era: Era): Practice {
  return topic.engines[beganIn(topic, era)] ?? null;
}
