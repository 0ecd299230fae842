/**
 * One thing that the article says, and what engines do.
 *
 * @module
 */
import { type Era, erasUntil } from "./era.ts";

/** What an engine does; `null` where it does what the article says */
export type Practice = string | null;

/** A row of the table */
export interface Topic {
  readonly topic: string;
  /** The article's statements that it is about, by their numbers */
  readonly claims: readonly number[];
  /** What the article says */
  readonly article: string;
  /** What engines do, from the era on in which it came; an era that is left out does what the one before did */
  readonly engines: { readonly "1.1": Practice } & { readonly [Later in Exclude<Era, "1.1">]?: Practice };
  /** Where that is from: the tag and the file in moby, or that it was measured */
  readonly sources: readonly string[];
}

/** The era in which what an engine does began */
export function beganIn({ engines }: Topic, era: Era): Era {
  return erasUntil(era).find((earlier) => engines[earlier] !== undefined) ?? era;
}

/** What the engines of an era do */
export function practiceOf(topic: Topic, era: Era): Practice {
  return topic.engines[beganIn(topic, era)] ?? null;
}
